import { EPSILON } from '../losses/epsilon.ts';
import { checkBinary } from './check-binary.ts';

/**
 * Mean cross-entropy of 0/1 labels and probabilities, which are clipped to [epsilon, 1 - epsilon].
 *
 * The default epsilon is Keras' 1e-7; scikit-learn clips by the smallest step of the probabilities' type.
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ or there is none.
 * @see sklearn.metrics.log_loss
 */
export function logLoss(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { epsilon = EPSILON }: { epsilon?: number } = {},
): number {
  checkBinary(labels, probabilities);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    const p = Math.min(Math.max(probabilities[i] as number, epsilon), 1 - epsilon);
    sum -= Math.log(labels[i] === 1 ? p : 1 - p);
  }
  return sum / labels.length;
}
