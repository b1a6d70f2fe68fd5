import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { classIndices } from './class-indices.ts';

/**
 * Mean of the losses of a batch's samples, each multiplied by the weight of its class where there are weights.
 *
 * The sum is divided by the number of samples, not by the sum of the weights: as Keras does with class_weight.
 * @throws ArgumentError with weights, unless there is one loss a sample.
 */
export function weightedMean(losses: tf.Tensor, ys: tf.Tensor, classWeights?: readonly number[] | null): tf.Tensor {
  if (!classWeights) return tf.mean(losses);
  const count = ys.shape[0] as number;
  if (losses.size !== count) {
    throw new ArgumentError(
      'loss',
      `loss must give one value a sample (${count}) where there are class weights, got the shape [${losses.shape}]`,
    );
  }
  return tf.tidy(() => {
    const weights = tf.gather(tf.tensor1d([...classWeights]), classIndices(ys));
    return tf.mean(tf.mul(tf.reshape(losses, [-1]), weights));
  });
}
