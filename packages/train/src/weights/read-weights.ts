import type { LayersModel } from '@tensorflow/tfjs-layers';

/** Copies all weights of a model, moving statistics included, in the model's order. */
export function readWeights(model: LayersModel): Promise<Float32Array[]> {
  // A backend may hand out its own memory, which a later step overwrites.
  return Promise.all(model.weights.map(async (weight) => Float32Array.from(await weight.read().data())));
}
