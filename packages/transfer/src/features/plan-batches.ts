import { ArgumentError, type ImageSet } from '@animals/core';
import type { Base } from '../bases/create-base.ts';
import { checkPixelRange } from '../preprocessing/check-pixel-range.ts';
import { checkImageSize } from './check-image-size.ts';
import type { ExtractOptions } from './extract-features.ts';

/** Pictures that go through a base together. */
export interface FeatureBatch {
  /** The row of the first of them. */
  readonly start: number;
  readonly indices: Uint32Array;
}

interface Plan {
  readonly batches: readonly FeatureBatch[];
  /** Pictures in all. */
  readonly rows: number;
  /** Features of a picture. */
  readonly columns: number;
}

/** Cuts the pictures asked for into batches. @throws ArgumentError if pictures or options break a rule. */
export function planBatches(base: Base, images: ImageSet, options: ExtractOptions): Plan {
  const { batchSize = 32 } = options;
  const order = checkedOrder(images, options);
  checkImageSize(base, images);
  checkPixelRange(images.pixels);
  const batches = Array.from({ length: Math.ceil(order.length / batchSize) }, (_, i) => {
    const start = i * batchSize;
    return { start, indices: order.subarray(start, start + batchSize) };
  });
  const columns = base.model.outputs[0]?.shape.slice(1).reduce((a: number, b) => a * (b as number), 1) as number;
  return { batches, rows: order.length, columns };
}

function checkedOrder({ count }: ImageSet, { batchSize = 32, indices }: ExtractOptions): Uint32Array {
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
    throw new ArgumentError('batchSize', `batchSize must be a whole number from 1, got ${batchSize}`);
  }
  const order = indices ? Uint32Array.from(indices) : Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < order.length; i++) {
    if ((order[i] as number) < count && (!indices || order[i] === indices[i])) continue;
    throw new ArgumentError(
      'indices',
      `indices must be whole numbers from 0 to ${count - 1}, got ${indices?.[i]} at ${i}`,
    );
  }
  return order;
}
