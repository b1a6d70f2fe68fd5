import * as tf from '@tensorflow/tfjs-core';
import { categoricalCrossentropy } from './categorical-crossentropy.ts';
import { oneHot } from './one-hot.ts';

/**
 * Cross-entropy of class indices [n] or [n, 1] and softmax outputs [n, k], one value a sample.
 *
 * @see keras.losses.sparse_categorical_crossentropy
 */
export function sparseCategoricalCrossentropy(ys: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  return tf.tidy(() => categoricalCrossentropy(oneHot(ys, predictions.shape.at(-1) as number), predictions));
}
