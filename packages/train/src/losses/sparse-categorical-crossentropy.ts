import * as tf from '@tensorflow/tfjs-core';
import { categoricalCrossentropy } from './categorical-crossentropy.ts';

/**
 * Cross-entropy of class indices [n] or [n, 1] and softmax outputs [n, k], one value a sample.
 *
 * @see keras.losses.sparse_categorical_crossentropy
 */
export function sparseCategoricalCrossentropy(ys: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const classes = tf.cast(tf.reshape(ys, [-1]), 'int32');
    const oneHot = tf.cast(tf.oneHot(classes, predictions.shape.at(-1) as number), 'float32');
    return categoricalCrossentropy(oneHot, predictions);
  });
}
