import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** Sets all weights of a model to values that `readWeights` gave, bit by bit. */
export function writeWeights(model: LayersModel, values: readonly Float32Array[]): void {
  tf.tidy(() => {
    for (const [i, weight] of model.weights.entries()) {
      // Not `weight.write`: that would apply constraints again, which may change a last bit.
      const variable = weight.read() as tf.Variable;
      variable.assign(tf.tensor(values[i] as Float32Array, variable.shape, variable.dtype));
    }
  });
}
