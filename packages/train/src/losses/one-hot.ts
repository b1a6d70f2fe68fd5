import * as tf from '@tensorflow/tfjs-core';

/** Class indices [n] or [n, 1] as rows of `classes` zeros and a one. */
export function oneHot(ys: tf.Tensor, classes: number): tf.Tensor {
  return tf.tidy(() => tf.cast(tf.oneHot(tf.cast(tf.reshape(ys, [-1]), 'int32'), classes), 'float32'));
}
