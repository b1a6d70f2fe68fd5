import { squaredDeviations } from './squared-deviations.ts';

/**
 * Standard deviation of the values themselves: the mean square is over n. A single value has 0.
 *
 * @throws ArgumentError if the list is empty or holds a number that is not finite.
 * @see numpy.std, whose default (ddof 0) this is.
 */
export function populationSd(values: ArrayLike<number>): number {
  return Math.sqrt(squaredDeviations(values) / values.length);
}
