import { agreement } from './agreement.ts';

/**
 * Agreement of labels and predictions beyond chance: 1 for all, 0 for what chance gives; NaN if there is one class only.
 *
 * @throws ArgumentError if the lengths differ, an index is no integer from 0, or there is none.
 * @see sklearn.metrics.cohen_kappa_score
 */
export function cohenKappa(labels: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const { count, agreed, truths, calls } = agreement(labels, predicted);
  const chance = truths.reduce((sum, truth, i) => sum + truth * (calls[i] as number), 0) / count ** 2;
  return (agreed / count - chance) / (1 - chance);
}
