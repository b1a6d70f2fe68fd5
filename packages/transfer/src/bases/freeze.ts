import type { LayersModel } from '@tensorflow/tfjs-layers';

/** Freezes a model and each of its layers, so that they stay frozen as parts of other models too. */
export function freeze(model: LayersModel): void {
  for (const layer of model.layers) layer.trainable = false;
  model.trainable = false;
}
