import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** Adds what a model's regularizers ask for to a loss, as Keras does in training and in evaluation. */
export function withPenalties(model: LayersModel, loss: tf.Tensor): tf.Scalar {
  return model.calculateLosses().reduce<tf.Tensor>((sum, penalty) => tf.add(sum, penalty), loss) as tf.Scalar;
}
