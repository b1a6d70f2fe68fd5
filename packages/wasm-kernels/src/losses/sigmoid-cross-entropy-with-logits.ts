import * as tf from '@tensorflow/tfjs-core';
import { checkLogits } from './check-logits.ts';
import { logitsKernel } from './logits-kernel.ts';

/**
 * Cross-entropy of labels in [0, 1] and sigmoid(logits), of one shape: one value per logit, finite for every finite one.
 *
 * `max(z, 0) - z * y + log(1 + exp(-|z|))`, whose gradient by z is `sigmoid(z) - y` everywhere, at z = 0 too. One pass over
 * memory, and one for the gradient, where the kernels are installed; the same formulas in plain ops on every other backend.
 * @throws ArgumentError if the shapes differ.
 * @see tf.nn.sigmoid_cross_entropy_with_logits of TensorFlow
 */
export function sigmoidCrossEntropyWithLogits<T extends tf.Tensor>(labels: T, logits: T): T {
  checkLogits(labels, logits);
  return tf.tidy(() => entropy(tf.cast(labels, 'float32'), tf.cast(logits, 'float32')) as T);
}

const entropy = tf.customGrad((labels, logits, save) => {
  const [y, z] = [labels as tf.Tensor, logits as tf.Tensor];
  (save as tf.GradSaveFunc)([y, z]);
  const value = logitsKernel('SigmoidCrossEntropyWithLogits', { labels: y, logits: z }) ?? plainEntropy(y, z);
  const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
    const [yy, zz] = saved as [tf.Tensor, tf.Tensor];
    const inputs = { labels: yy, logits: zz, dy };
    const dz = logitsKernel('SigmoidCrossEntropyWithLogitsGrad', inputs) ?? tf.mul(dy, tf.sub(tf.sigmoid(zz), yy));
    return [tf.neg(tf.mul(dy, zz)), dz];
  };
  return { value, gradFunc };
});

function plainEntropy(y: tf.Tensor, z: tf.Tensor): tf.Tensor {
  return tf.add(tf.sub(tf.relu(z), tf.mul(z, y)), tf.log1p(tf.exp(tf.neg(tf.abs(z)))));
}
