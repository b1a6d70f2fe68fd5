import { checkBinary } from '@animals/core';

/** How a binary classifier does on the positive class; each in [0, 1]. */
export interface PrecisionRecall {
  /** Of what was called positive, the fraction that is; 0 when nothing was. */
  readonly precision: number;
  /** Of the positives, the fraction that was found; 0 when there is none. */
  readonly recall: number;
  /** Harmonic mean of the two; 0 when both are. */
  readonly f1: number;
}

/**
 * Precision, recall and F1 of calling positive what has `probability > threshold`.
 *
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ or there is none.
 * @see sklearn.metrics.precision_recall_fscore_support, with zero_division=0
 */
export function precisionRecall(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { threshold = 0.5 }: { threshold?: number } = {},
): PrecisionRecall {
  checkBinary(labels, probabilities);
  let found = 0;
  let called = 0;
  let positives = 0;
  for (let i = 0; i < labels.length; i++) {
    const positive = labels[i] === 1;
    const answer = (probabilities[i] as number) > threshold;
    if (positive) positives++;
    if (answer) called++;
    if (positive && answer) found++;
  }
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    precision: ratio(found, called),
    recall: ratio(found, positives),
    f1: ratio(2 * found, called + positives),
  };
}
