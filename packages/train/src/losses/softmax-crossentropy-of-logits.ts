import * as tf from '@tensorflow/tfjs-core';
import { checkSameShape } from './check-same-shape.ts';

/**
 * Cross-entropy of one-hot targets from logits of shape [n, k], one value a sample, finite for every logit.
 *
 * @see tf.nn.softmax_cross_entropy_with_logits
 */
export function softmaxCrossentropyOfLogits(ys: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  checkSameShape(ys, logits);
  return tf.tidy(() => tf.neg(tf.sum(tf.mul(ys, tf.logSoftmax(logits)), -1)));
}
