import type { ImageSet } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { logitsOf } from './logits-of.ts';
import { outputsOf } from './outputs-of.ts';
import type { PredictOptions } from './predict-probabilities.ts';
import type { BatchSource } from './sources/batch-source.ts';

/**
 * Gives what goes into a model's last sigmoid or softmax, for `fitTemperature`; else as `predictProbabilities`.
 *
 * Of a model that does not end in one itself, as behind a nested model, they are computed back from the probabilities.
 * @throws ArgumentError if an index is out of range or the shapes do not fit the model.
 */
export function predictLogits(
  model: LayersModel,
  data: ImageSet | BatchSource,
  indices?: ArrayLike<number>,
  options: PredictOptions = {},
): Promise<Float32Array> {
  return outputsOf((xs) => logitsOf(model, xs), data, indices, options);
}
