import { dot } from './dot.ts';
import type { Objective } from './objective.ts';

interface Start {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly direction: Float64Array;
  /** Length of the step to try first, in units of the direction. */
  readonly first: number;
}

/** A point on the line, with its value, gradient, and slope along the line. */
interface Trial {
  readonly length: number;
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly slope: number;
}

const ENOUGH_DECREASE = 1e-4;
const FLAT_ENOUGH = 0.9;
const MOST_TRIALS = 40;

/**
 * Looks along a descent direction for a step that fulfils the strong Wolfe conditions.
 *
 * Returns null when no step lowers the value (up to rounding), and the best found when the trials run out.
 * @see Nocedal and Wright, "Numerical Optimization", 2nd edition, algorithms 3.5 and 3.6 (bisecting, not interpolating)
 */
export function searchAlong(objective: Objective, start: Start): Trial | null {
  const { value: startValue, point, gradient, direction, first } = start;
  const startSlope = dot(gradient, direction);
  if (!(startSlope < 0)) return null;
  // Near the minimum the value changes by less than its rounding, while the gradient still tells the way.
  const slack = 4 * Number.EPSILON * Math.abs(startValue);
  let low: Trial = { length: 0, point, value: startValue, gradient, slope: startSlope };
  let end: number | null = null;
  let length = first;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const next = tryLength(objective, start, length);
    const allowed = startValue + slack + ENOUGH_DECREASE * length * startSlope;
    if (!(next.value <= allowed) || next.value >= low.value + slack) {
      end = length;
    } else {
      if (Math.abs(next.slope) <= -FLAT_ENOUGH * startSlope) return next;
      // The minimum lies on the side to which the slope descends.
      if (next.slope * (end === null ? 1 : end - low.length) >= 0) end = low.length;
      low = next;
    }
    length = end === null ? 2 * length : low.length + (end - low.length) / 2;
  }
  return low.length > 0 ? low : null;
}

function tryLength(objective: Objective, { point, direction }: Start, length: number): Trial {
  const at = point.map((x, i) => x + length * (direction[i] as number));
  const gradient = new Float64Array(point.length);
  const value = objective(at, gradient);
  return { length, point: at, value, gradient, slope: dot(gradient, direction) };
}
