import type { CosineSchedule, ScheduleSpec } from './schedule-spec.ts';

/**
 * What a schedule makes of the optimizer's rate, as a factor, `t` epochs (with fractions) after training began.
 *
 * A plateau's comes from outside, as it depends on how training went.
 */
export function scheduleFactor(spec: ScheduleSpec, t: number, plateau: number): number {
  switch (spec.name) {
    case 'step':
      return spec.factor ** Math.floor(t / spec.every);
    case 'exponential':
      return spec.factor ** (t / spec.every);
    case 'cosine':
      return cosine(spec, t / spec.epochs);
    case 'plateau':
      return plateau;
    case 'warmUp': {
      const { epochs, from = 0, next } = spec;
      if (t < epochs) return from + ((1 - from) * t) / epochs;
      return next ? scheduleFactor(next, t - epochs, plateau) : 1;
    }
    default:
      return spec satisfies never;
  }
}

function cosine({ floor = 0, restarts }: CosineSchedule, cycles: number): number {
  const [cycle, done] = restarts ? positionIn(cycles, restarts.length ?? 2) : [0, Math.min(cycles, 1)];
  const top = (restarts?.height ?? 1) ** cycle;
  return (1 - floor) * top * 0.5 * (1 + Math.cos(Math.PI * done)) + floor;
}

/** Which cycle it is, and how much of it is done; each is `length` times as long as the one before. */
function positionIn(cycles: number, length: number): [cycle: number, done: number] {
  let [cycle, left, size] = [0, cycles, 1];
  if (length === 1) return [Math.floor(cycles), cycles % 1];
  while (left >= size) {
    left -= size;
    size *= length;
    cycle++;
  }
  return [cycle, left / size];
}
