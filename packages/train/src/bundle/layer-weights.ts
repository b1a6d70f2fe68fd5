import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type AnyLayer, walkLayers } from '../walk-layers.ts';

/** A weight of a layer, as TensorFlow.js keeps it. */
export type LayerWeight = AnyLayer['weights'][number];

/**
 * Lists a model's weights in the order of its layers, each once.
 *
 * Not in that of `model.weights`: it depends on what is frozen, and a nested model forgets that when it is stored.
 */
export function layerWeights(model: LayersModel): LayerWeight[] {
  return [...new Set([...walkLayers(model)].flatMap(({ layer }) => layer.weights))];
}
