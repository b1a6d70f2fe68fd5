import * as tf from '@tensorflow/tfjs-core';
import { checkLogits } from './check-logits.ts';
import { logitsKernel } from './logits-kernel.ts';

/**
 * Cross-entropy of labels and softmax(logits) over the last axis, both of shape [..., classes]: one value per row, shape [...].
 *
 * `-sum(y * log(softmax(z)))`, whose gradient by z is `softmax(z) * sum(y) - y`; the labels of a row need not add up to 1. One
 * pass over memory, and one for the gradient, where the kernels are installed; plain ops on every other backend.
 * @throws ArgumentError if the shapes differ, or there are no classes.
 * @see tf.nn.softmax_cross_entropy_with_logits of TensorFlow
 */
export function softmaxCrossEntropyWithLogits(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  checkLogits(labels, logits, 1);
  return tf.tidy(() => entropy(tf.cast(labels, 'float32'), tf.cast(logits, 'float32')));
}

const entropy = tf.customGrad((labels, logits, save) => {
  const [y, z] = [labels as tf.Tensor, logits as tf.Tensor];
  (save as tf.GradSaveFunc)([y, z]);
  const value = logitsKernel('SoftmaxCrossEntropyWithLogits', { labels: y, logits: z }) ?? plainEntropy(y, z);
  const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
    const [yy, zz] = saved as [tf.Tensor, tf.Tensor];
    const dyColumn = tf.expandDims(dy, -1);
    const inputs = { labels: yy, logits: zz, dy };
    const dz = logitsKernel('SoftmaxCrossEntropyWithLogitsGrad', inputs) ?? plainGradient(yy, zz, dyColumn);
    return [tf.neg(tf.mul(dyColumn, tf.logSoftmax(zz))), dz];
  };
  return { value, gradFunc };
});

function plainEntropy(y: tf.Tensor, z: tf.Tensor): tf.Tensor {
  return tf.neg(tf.sum(tf.mul(y, tf.logSoftmax(z)), -1));
}

function plainGradient(y: tf.Tensor, z: tf.Tensor, dy: tf.Tensor): tf.Tensor {
  return tf.mul(dy, tf.sub(tf.mul(tf.softmax(z), tf.sum(y, -1, true)), y));
}
