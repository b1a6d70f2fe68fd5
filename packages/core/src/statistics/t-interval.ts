import { ArgumentError } from '../errors.ts';
import { mean } from './mean.ts';
import { sampleSd } from './sample-sd.ts';
import { studentTQuantile } from './student-t-quantile.ts';

/**
 * Student's confidence interval for the mean of what the values were drawn from: `mean ± t * sampleSd / sqrt(n)`.
 *
 * It supposes independent values; scores of cross-validation share training samples, so that theirs is too narrow.
 * @throws ArgumentError if there are fewer than two values, one is not finite, or level is not inside (0, 1).
 * @see scipy.stats.t.interval
 */
export function tInterval(
  values: ArrayLike<number>,
  { level = 0.95 }: { readonly level?: number } = {},
): readonly [low: number, high: number] {
  if (!(level > 0 && level < 1)) throw new ArgumentError('level', `level must be inside (0, 1), got ${level}`);
  const sd = sampleSd(values);
  const centre = mean(values);
  const reach = (studentTQuantile((1 + level) / 2, values.length - 1) * sd) / Math.sqrt(values.length);
  return [centre - reach, centre + reach];
}
