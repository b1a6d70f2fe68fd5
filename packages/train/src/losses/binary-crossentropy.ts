import * as tf from '@tensorflow/tfjs-core';
import { checkSameShape } from './check-same-shape.ts';
import { EPSILON } from './epsilon.ts';

/**
 * Cross-entropy of 0/1 targets and sigmoid outputs of one shape [n, k]: the mean over k, one value a sample.
 *
 * From probabilities alone; `fit` uses the logits where it can. Probabilities are clipped to [1e-7, 1 - 1e-7], so that the loss is at most about 16 and finite.
 * @throws ArgumentError if the shapes differ.
 * @see keras.losses.binary_crossentropy
 */
export function binaryCrossentropy(ys: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  checkSameShape(ys, predictions);
  return tf.tidy(() => {
    const p = tf.clipByValue(predictions, EPSILON, 1 - EPSILON);
    const ones = tf.mul(ys, tf.log(p));
    const zeros = tf.mul(tf.sub(1, ys), tf.log(tf.sub(1, p)));
    return tf.neg(tf.mean(tf.add(ones, zeros), -1));
  });
}
