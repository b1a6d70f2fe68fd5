import type { ImageSet } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { forEachBatch } from './for-each-batch.ts';
import type { PredictOptions } from './predict-probabilities.ts';
import { asSource } from './sources/as-source.ts';
import type { BatchSource } from './sources/batch-source.ts';

/** Computes something of every batch of a source, and gives all values one after the other. */
export async function outputsOf(
  compute: (xs: tf.Tensor) => tf.Tensor,
  data: ImageSet | BatchSource,
  indices: ArrayLike<number> | undefined,
  { batchSize = 32, signal }: PredictOptions,
): Promise<Float32Array> {
  const source = asSource(data, indices);
  const parts: Float32Array[] = [];
  await forEachBatch(source, { batchSize, signal }, async ({ xs }) => {
    const outputs = tf.tidy(() => compute(xs));
    try {
      parts.push(Float32Array.from(await outputs.data()));
    } finally {
      tf.dispose(outputs);
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
