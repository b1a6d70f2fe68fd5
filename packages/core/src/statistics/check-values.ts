import { ArgumentError } from '../errors.ts';

/** Refuses a list of numbers that is too short or holds one that is not finite. */
export function checkValues(values: ArrayLike<number>, { least }: { least: number }): void {
  if (!(values.length >= least)) {
    throw new ArgumentError('values', `values must hold at least ${least} number(s), got ${values.length}`);
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new ArgumentError('values', `values must be finite numbers, got ${String(values[i])} at ${i}`);
    }
  }
}
