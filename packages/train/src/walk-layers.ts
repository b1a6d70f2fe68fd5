import type { LayersModel } from '@tensorflow/tfjs-layers';

/** A layer of a model, of whatever kind. */
export type AnyLayer = LayersModel['layers'][number];

/** A layer and whether it, or a model that it lies in, was frozen by `trainable = false`. */
export interface WalkedLayer {
  readonly layer: AnyLayer;
  readonly frozen: boolean;
}

/** Lists a model's layers in order, those of nested models in their place. */
export function* walkLayers(model: LayersModel, frozen = !model.trainable): Generator<WalkedLayer> {
  for (const layer of model.layers) {
    const stopped = frozen || !layer.trainable;
    if (isModel(layer)) yield* walkLayers(layer, stopped);
    else yield { layer, frozen: stopped };
  }
}

function isModel(layer: unknown): layer is LayersModel {
  return Array.isArray((layer as Partial<LayersModel>).layers);
}
