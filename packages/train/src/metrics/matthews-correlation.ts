import { agreement } from './agreement.ts';

/**
 * Matthews' correlation of labels and predictions, for any number of classes: in [-1, 1]; 0 if either is of one class only.
 *
 * @throws ArgumentError if the lengths differ, an index is no integer from 0, or there is none.
 * @see sklearn.metrics.matthews_corrcoef; Gorodkin, 2004.
 */
export function matthewsCorrelation(labels: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const { count, agreed, truths, calls } = agreement(labels, predicted);
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
  const spread = (count ** 2 - dot(calls, calls)) * (count ** 2 - dot(truths, truths));
  return spread === 0 ? 0 : (agreed * count - dot(truths, calls)) / Math.sqrt(spread);
}
