import { ArgumentError } from '@animals/core';
import { checkBinary } from './check-binary.ts';

/**
 * Area under the ROC curve: how likely a positive scores above a negative, ties counting half.
 *
 * Scores may be probabilities or any numbers that rise with them.
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ, or one class is missing.
 * @see sklearn.metrics.roc_auc_score
 */
export function rocAuc(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  checkBinary(labels, scores);
  const order = Array.from(scores, (_, i) => i).sort((a, b) => (scores[a] as number) - (scores[b] as number));
  let positives = 0;
  let rankSum = 0;
  for (let start = 0, end: number; start < order.length; start = end) {
    const score = scores[order[start] as number];
    for (end = start + 1; end < order.length && scores[order[end] as number] === score; end++);
    // Equal scores share the mean of their ranks, which count from 1.
    const rank = (start + 1 + end) / 2;
    for (let i = start; i < end; i++) {
      if (labels[order[i] as number] !== 1) continue;
      positives++;
      rankSum += rank;
    }
  }
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) {
    throw new ArgumentError('labels', `labels must hold both classes, got ${positives ? 'only 1' : 'only 0'}`);
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
