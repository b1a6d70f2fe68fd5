import type * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** A weight of a model: its layer, its role in it, and the variable that holds it. */
export interface ModelWeight {
  readonly layer: string;
  /** kernel, bias, gamma, moving_mean and so on. */
  readonly role: string;
  readonly isTrainable: boolean;
  readonly variable: tf.Variable;
}

type AnyLayer = LayersModel['layers'][number];

/** Lists a model's weights layer by layer as Keras writes them, those of nested models in their place, frozen or not. */
export function* modelWeights(model: LayersModel): Generator<ModelWeight> {
  for (const layer of model.layers) {
    if (isModel(layer)) {
      yield* modelWeights(layer);
      continue;
    }
    for (const weight of layer.weights) {
      // Without the suffix that makes names unique in a process.
      const role = weight.originalName.slice(weight.originalName.lastIndexOf('/') + 1);
      const isTrainable = !/^(moving_|mean$|variance$|count$)/.test(role);
      yield { layer: layer.name, role, isTrainable, variable: weight.read() as tf.Variable };
    }
  }
}

function isModel(layer: AnyLayer | LayersModel): layer is LayersModel {
  return Array.isArray((layer as Partial<LayersModel>).layers);
}
