import { dot } from './dot.ts';
import type { Objective } from './objective.ts';
import { searchAlong } from './search-along.ts';

/** Where a minimisation stands. */
interface LbfgsState {
  readonly value: number;
  /** Largest absolute component of the gradient. */
  readonly slope: number;
  /** False when no step along the last direction lowered the value: rounding allows no more. */
  readonly moved: boolean;
}

/** A minimisation under way. */
export interface Lbfgs {
  readonly point: Float64Array;
  state(): LbfgsState;
  step(): LbfgsState;
}

interface Pair {
  readonly move: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

const MEMORY = 10;

/**
 * Minimises a smooth function by L-BFGS: each step goes along a quasi-Newton direction, by a strong Wolfe line search.
 *
 * `point` is the start and is changed by every step; the caller decides when to stop.
 * @see Nocedal and Wright, "Numerical Optimization", 2nd edition, algorithm 7.4
 */
export function createLbfgs(objective: Objective, point: Float64Array): Lbfgs {
  const pairs: Pair[] = [];
  let gradient: Float64Array = new Float64Array(point.length);
  let value = objective(point, gradient);
  let moved = true;
  const state = () => ({ value, slope: gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0), moved });
  const step = () => {
    const direction = descent(gradient, pairs);
    const first = pairs.length > 0 ? 1 : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
    const found = searchAlong(objective, { point, value, gradient, direction, first });
    moved = found !== null;
    if (found) {
      remember(pairs, { from: point, to: found.point, before: gradient, after: found.gradient });
      point.set(found.point);
      gradient = found.gradient;
      value = found.value;
    }
    return state();
  };
  return { point, state, step };
}

/** The two loops: minus the gradient times the inverse Hessian that the last pairs suggest. */
function descent(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((g) => -g);
  const shares: number[] = [];
  for (const { move, change, curvature } of pairs.toReversed()) {
    const share = dot(move, direction) / curvature;
    shares.push(share);
    addScaled(direction, change, -share);
  }
  const last = pairs.at(-1);
  if (last) scale(direction, last.curvature / dot(last.change, last.change));
  for (const { move, change, curvature } of pairs) {
    addScaled(direction, move, (shares.pop() as number) - dot(change, direction) / curvature);
  }
  return direction;
}

interface Step {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

function remember(pairs: Pair[], { from, to, before, after }: Step): void {
  const move = to.map((x, i) => x - (from[i] as number));
  const change = after.map((g, i) => g - (before[i] as number));
  const curvature = dot(move, change);
  if (curvature <= Number.EPSILON * dot(change, change)) return;
  pairs.push({ move, change, curvature });
  if (pairs.length > MEMORY) pairs.shift();
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + factor * (source[i] as number);
}

function scale(target: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) * factor;
}
