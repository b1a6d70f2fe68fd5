import * as tf from '@tensorflow/tfjs-core';
import { checkSameShape } from './check-same-shape.ts';
import { EPSILON } from './epsilon.ts';

/**
 * Cross-entropy of one-hot targets and softmax outputs of one shape [n, k], one value a sample.
 *
 * Outputs are scaled to sum to 1, then clipped to [1e-7, 1 - 1e-7].
 * @throws ArgumentError if the shapes differ.
 * @see keras.losses.categorical_crossentropy
 */
export function categoricalCrossentropy(ys: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  checkSameShape(ys, predictions);
  return tf.tidy(() => {
    const scaled = tf.div(predictions, tf.sum(predictions, -1, true));
    const p = tf.clipByValue(scaled, EPSILON, 1 - EPSILON);
    return tf.neg(tf.sum(tf.mul(ys, tf.log(p)), -1));
  });
}
