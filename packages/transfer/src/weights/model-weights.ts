import type * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { keras3Places } from './keras3-places.ts';

/** A weight of a model: its layer, its role in it, and the variable that holds it. */
export interface ModelWeight {
  readonly layer: string;
  /** Where Keras 3 keeps the layer in a weights file: `layers/conv2d_1`. */
  readonly place: string;
  /** Its number among the layer's weights, from 0. */
  readonly index: number;
  /** kernel, bias, gamma, moving_mean and so on. */
  readonly role: string;
  readonly isTrainable: boolean;
  readonly variable: tf.Variable;
}

type AnyLayer = LayersModel['layers'][number];

/** Lists a model's weights layer by layer as Keras writes them, those of nested models in their place, frozen or not. */
export function* modelWeights(model: LayersModel, home = 'layers'): Generator<ModelWeight> {
  const places = keras3Places(model.layers, home);
  for (const [i, layer] of model.layers.entries()) {
    const place = places[i] as string;
    if (isModel(layer)) {
      yield* modelWeights(layer, `${place}/layers`);
      continue;
    }
    for (const [index, weight] of layer.weights.entries()) {
      // Without the suffix that makes names unique in a process.
      const role = weight.originalName.slice(weight.originalName.lastIndexOf('/') + 1);
      const isTrainable = !/^(moving_|mean$|variance$|count$)/.test(role);
      yield { layer: layer.name, place, index, role, isTrainable, variable: weight.read() as tf.Variable };
    }
  }
}

function isModel(layer: AnyLayer | LayersModel): layer is LayersModel {
  return Array.isArray((layer as Partial<LayersModel>).layers);
}
