import { sweep } from './sweep.ts';

/** Points of a ROC curve, from (0, 0) to (1, 1). */
export interface RocCurve {
  readonly falsePositiveRate: readonly number[];
  readonly truePositiveRate: readonly number[];
  /** A score from which on samples are called positive; the first, infinity, calls none. */
  readonly thresholds: readonly number[];
}

/**
 * Which fraction of negatives and of positives is called positive, at every threshold that makes a difference.
 *
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ, or one class is missing.
 * @see sklearn.metrics.roc_curve, with drop_intermediate=False
 */
export function rocCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): RocCurve {
  const { steps, positives, negatives } = sweep(labels, scores);
  return {
    falsePositiveRate: [0, ...steps.map(({ falsePositives }) => falsePositives / negatives)],
    truePositiveRate: [0, ...steps.map(({ truePositives }) => truePositives / positives)],
    thresholds: [Infinity, ...steps.map(({ threshold }) => threshold)],
  };
}
