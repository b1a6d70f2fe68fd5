import { checkBinary } from '@animals/core';

/**
 * Fraction of right answers of a binary classifier: those where `probability > threshold` equals the label.
 *
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ or there is none.
 */
export function accuracy(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { threshold = 0.5 }: { threshold?: number } = {},
): number {
  checkBinary(labels, probabilities);
  let correct = 0;
  for (let i = 0; i < labels.length; i++) {
    if (Number((probabilities[i] as number) > threshold) === labels[i]) correct++;
  }
  return correct / labels.length;
}
