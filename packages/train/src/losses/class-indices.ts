import * as tf from '@tensorflow/tfjs-core';

/** Class of each target, as int32 [n]: the place of the largest of several columns, else the value itself, rounded. */
export function classIndices(ys: tf.Tensor): tf.Tensor1D {
  return tf.tidy(() => {
    if (ys.rank > 1 && ys.shape.at(-1) !== 1) return tf.argMax(ys, -1) as tf.Tensor1D;
    return tf.cast(tf.round(tf.reshape(ys, [-1])), 'int32') as tf.Tensor1D;
  });
}
