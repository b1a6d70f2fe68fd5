import type { ImageSet } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { forward } from './forward.ts';
import { outputsOf } from './outputs-of.ts';
import type { BatchSource } from './sources/batch-source.ts';

/** How predictions are made. */
export interface PredictOptions {
  /** Default 32. Has no influence on the result but for rounding. */
  readonly batchSize?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Gives a model's outputs for the samples at `indices` (all by default), in inference mode and in that order.
 *
 * One value a sample for one output; for k outputs k values a sample, row by row.
 * @throws ArgumentError if an index is out of range or the shapes do not fit the model.
 */
export function predictProbabilities(
  model: LayersModel,
  data: ImageSet | BatchSource,
  indices?: ArrayLike<number>,
  options: PredictOptions = {},
): Promise<Float32Array> {
  return outputsOf((xs) => forward(model, xs, { training: false }), data, indices, options);
}
