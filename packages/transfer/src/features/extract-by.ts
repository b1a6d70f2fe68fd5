import type { ImageSet } from '@animals/core';
import type { Base } from '../bases/create-base.ts';
import type { ExtractOptions } from './extract-features.ts';
import type { Features } from './features.ts';
import { planBatches } from './plan-batches.ts';
import { refuseZeros } from './refuse-zeros.ts';

/** Features of the pictures at `indices`, row after row. */
export type Forward = (base: Base, images: ImageSet, indices: Uint32Array) => Promise<Float32Array>;

/** `extractFeatures` by any means that takes a batch to its features. */
export async function extractBy(
  forward: Forward,
  base: Base,
  images: ImageSet,
  options: ExtractOptions,
): Promise<Features> {
  const { signal, onProgress } = options;
  const { batches, rows, columns } = planBatches(base, images, options);
  const data = new Float32Array(rows * columns);
  for (const { start, indices } of batches) {
    signal?.throwIfAborted();
    data.set(await forward(base, images, indices), start * columns);
    if (start === 0) refuseZeros(data.subarray(0, indices.length * columns));
    onProgress?.({ done: start + indices.length, total: rows, label: 'pictures' });
  }
  return { data, rows, columns };
}
