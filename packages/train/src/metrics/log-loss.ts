import { checkBinary } from '@animals/core';
import { EPSILON } from '../losses/epsilon.ts';
import { checkRows } from './check-rows.ts';

/**
 * Mean cross-entropy of labels and probabilities, which are clipped to [epsilon, 1 - epsilon].
 *
 * One output: 0/1 labels and the probability of 1. Several: class indices and `outputs` values a sample, row by row.
 *
 * The default epsilon is Keras' 1e-7; scikit-learn clips by the smallest step of the probabilities' type.
 * @throws ArgumentError if a label is no class, the lengths do not fit or there is none.
 * @see sklearn.metrics.log_loss
 */
export function logLoss(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { epsilon = EPSILON, outputs = 1 }: { epsilon?: number; outputs?: number } = {},
): number {
  if (outputs === 1) checkBinary(labels, probabilities);
  else checkRows(labels, probabilities, outputs);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    const p = Math.min(
      Math.max(probabilities[outputs === 1 ? i : i * outputs + label] as number, epsilon),
      1 - epsilon,
    );
    sum -= Math.log(outputs > 1 || label === 1 ? p : 1 - p);
  }
  return sum / labels.length;
}
