import * as tf from '@tensorflow/tfjs-core';

/**
 * Swish, also called SiLU: `x * sigmoid(x)` of float32, in one kernel where the backend has it, as `@animals/wasm-kernels`
 * gives it to wasm.
 *
 * @see Ramachandran, Zoph, Le: Searching for Activation Functions, 2017
 */
export function swish<T extends tf.Tensor>(x: T): T {
  return activation(x) as T;
}

const activation = tf.customGrad((input, save) => {
  const x = input as tf.Tensor;
  (save as tf.GradSaveFunc)([x]);
  const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
    const z = saved[0] as tf.Tensor;
    const s = tf.sigmoid(z);
    return tf.mul(dy, tf.add(s, tf.mul(z, tf.mul(s, tf.sub(1, s)))));
  };
  return { value: forward(x), gradFunc };
});

function forward(x: tf.Tensor): tf.Tensor {
  const hasKernel = tf.getKernel('Swish', tf.getBackend()) !== undefined;
  return hasKernel ? tf.engine().runKernel('Swish', { x }) : tf.mul(x, tf.sigmoid(x));
}
