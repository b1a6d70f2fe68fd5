import { checkValues } from './check-values.ts';

/**
 * Middle value, or the mean of the two middle ones.
 *
 * @throws ArgumentError if the list is empty or holds a number that is not finite.
 */
export function median(values: ArrayLike<number>): number {
  checkValues(values, { least: 1 });
  const sorted = Float64Array.from(values).sort();
  const upper = sorted[sorted.length >> 1] as number;
  if (sorted.length % 2 === 1) return upper;
  const lower = sorted[(sorted.length >> 1) - 1] as number;
  return lower + (upper - lower) / 2;
}
