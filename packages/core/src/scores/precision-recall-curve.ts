import { sweepThresholds } from './sweep-thresholds.ts';

/** Points of a precision-recall curve; recall falls from 1 to 0. */
export interface PrecisionRecallCurve {
  /** One more than thresholds: the last is 1, where nothing is called positive. */
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  /** Rising: a score from which on samples are called positive. */
  readonly thresholds: readonly number[];
}

/**
 * Precision and recall at every threshold that makes a difference.
 *
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ, or one class is missing.
 * @see sklearn.metrics.precision_recall_curve
 */
export function precisionRecallCurve(
  labels: ArrayLike<number | boolean>,
  scores: ArrayLike<number>,
): PrecisionRecallCurve {
  const { steps, positives } = sweepThresholds(labels, scores);
  const rising = steps.toReversed();
  return {
    precision: [...rising.map(({ truePositives: right, falsePositives }) => right / (right + falsePositives)), 1],
    recall: [...rising.map(({ truePositives }) => truePositives / positives), 0],
    thresholds: rising.map(({ threshold }) => threshold),
  };
}
