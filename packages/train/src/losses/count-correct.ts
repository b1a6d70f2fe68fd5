import * as tf from '@tensorflow/tfjs-core';

/**
 * Counts right answers, as a scalar: by a threshold for one output, else by the largest of k outputs.
 *
 * One output is right where `output > 0.5` equals the target. With k outputs, targets of width k are compared by their
 * own largest value, and narrower ones are class indices.
 */
export function countCorrect(ys: tf.Tensor, predictions: tf.Tensor): tf.Scalar {
  return tf.tidy(() => {
    const width = predictions.shape.at(-1) as number;
    if (width === 1) {
      const answers = tf.cast(tf.greater(predictions, 0.5), 'float32');
      return tf.sum(tf.cast(tf.equal(answers, ys), 'float32'));
    }
    const classes =
      ys.rank === predictions.rank && ys.shape.at(-1) === width
        ? tf.argMax(ys, -1)
        : tf.cast(tf.reshape(ys, [-1]), 'int32');
    return tf.sum(tf.cast(tf.equal(tf.argMax(predictions, -1), classes), 'float32'));
  });
}
