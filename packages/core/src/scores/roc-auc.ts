import { sweepThresholds } from './sweep-thresholds.ts';

/**
 * Area under the ROC curve: how likely a positive scores above a negative, ties counting half.
 *
 * Scores may be probabilities or any numbers that rise with them.
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ, or one class is missing.
 * @see sklearn.metrics.roc_auc_score
 */
export function rocAuc(labels: ArrayLike<number | boolean>, scores: ArrayLike<number>): number {
  const { steps, positives, negatives } = sweepThresholds(labels, scores);
  // Counts, so that nothing is rounded before the end.
  let twice = 0;
  let [found, alarms] = [0, 0];
  for (const { truePositives, falsePositives } of steps) {
    twice += (falsePositives - alarms) * (truePositives + found);
    [found, alarms] = [truePositives, falsePositives];
  }
  return twice / 2 / (positives * negatives);
}
