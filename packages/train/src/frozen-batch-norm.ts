import type { LayersModel } from '@tensorflow/tfjs-layers';
import { walkLayers } from './walk-layers.ts';

/**
 * Makes a model's frozen batch normalisations use their moving statistics in training too; returns how to undo it.
 *
 * As in Keras, where `trainable = false` means that. TensorFlow.js goes on normalising by the batch and moves the
 * statistics, which ruins a frozen base.
 */
export function holdFrozenBatchNorm(model: LayersModel): () => void {
  const held = [...walkLayers(model)]
    .filter(({ layer, frozen }) => frozen && layer.getClassName() === 'BatchNormalization')
    .map(({ layer }) => layer);
  for (const layer of held) {
    const call = layer.call.bind(layer);
    layer.call = (inputs, kwargs) => call(inputs, { ...kwargs, training: false });
  }
  return () => {
    for (const layer of held) Reflect.deleteProperty(layer, 'call');
  };
}
