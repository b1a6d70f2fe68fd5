import * as tf from '@tensorflow/tfjs-core';

/** TensorFlow.js' momentum optimizer, which forgets one scalar when it is disposed. */
export class MomentumOptimizer extends tf.MomentumOptimizer {
  override dispose(): void {
    super.dispose();
    this.c.dispose();
  }
}
