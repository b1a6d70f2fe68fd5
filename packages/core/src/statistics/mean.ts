import { checkValues } from './check-values.ts';

/**
 * Arithmetic mean, in two passes: equal values have exactly their value as mean.
 *
 * @throws ArgumentError if the list is empty or holds a number that is not finite.
 */
export function mean(values: ArrayLike<number>): number {
  checkValues(values, { least: 1 });
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i] as number;
  const first = sum / n;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += (values[i] as number) - first;
  return first + rest / n;
}
