import { checkValues } from './check-values.ts';
import { squaredDeviations } from './squared-deviations.ts';

/**
 * Standard deviation of what the values were drawn from: the mean square is over n - 1.
 *
 * @throws ArgumentError if there are fewer than two values, of which one says nothing about spread, or one is not finite.
 * @see numpy.std with ddof 1.
 */
export function sampleSd(values: ArrayLike<number>): number {
  checkValues(values, { least: 2 });
  return Math.sqrt(squaredDeviations(values) / (values.length - 1));
}
