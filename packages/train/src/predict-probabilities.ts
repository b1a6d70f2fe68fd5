import type { ImageSet } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { forEachBatch } from './for-each-batch.ts';
import { forward } from './forward.ts';
import { asSource } from './sources/as-source.ts';
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
export async function predictProbabilities(
  model: LayersModel,
  data: ImageSet | BatchSource,
  indices?: ArrayLike<number>,
  { batchSize = 32, signal }: PredictOptions = {},
): Promise<Float32Array> {
  const source = asSource(data, indices);
  const parts: Float32Array[] = [];
  await forEachBatch(source, { batchSize, signal }, async ({ xs }) => {
    const predictions = tf.tidy(() => forward(model, xs, { training: false }));
    try {
      parts.push(Float32Array.from(await predictions.data()));
    } finally {
      tf.dispose(predictions);
    }
  });
  return join(parts);
}

function join(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
