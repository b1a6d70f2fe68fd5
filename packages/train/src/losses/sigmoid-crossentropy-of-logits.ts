import * as tf from '@tensorflow/tfjs-core';
import { checkSameShape } from './check-same-shape.ts';

/**
 * Binary cross-entropy from logits of shape [n, k]: the mean over k, one value a sample, finite for every logit.
 *
 * `max(z, 0) - z*y + log(1 + exp(-|z|))`, whose gradient by z is `sigmoid(z) - y` however large z is.
 * @see tf.nn.sigmoid_cross_entropy_with_logits
 */
export function sigmoidCrossentropyOfLogits(ys: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  checkSameShape(ys, logits);
  return tf.tidy(() => tf.mean(elementwise(logits, ys), -1));
}

/** With its own gradient: that of the formula's parts is wrong at exactly 0, where a network with no live unit stays. */
const elementwise = tf.customGrad((z, y, save) => {
  const [logits, targets] = [z as tf.Tensor, y as tf.Tensor];
  (save as tf.GradSaveFunc)([logits, targets]);
  const value = tf.add(tf.sub(tf.relu(logits), tf.mul(logits, targets)), tf.log1p(tf.exp(tf.neg(tf.abs(logits)))));
  const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
    const [savedLogits, savedTargets] = saved as [tf.Tensor, tf.Tensor];
    return [tf.mul(dy, tf.sub(tf.sigmoid(savedLogits), savedTargets)), tf.neg(tf.mul(dy, savedLogits))];
  };
  return { value, gradFunc };
});
