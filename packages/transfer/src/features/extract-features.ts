import type { ImageSet, OnProgress } from '@animals/core';
import type { Base } from '../bases/create-base.ts';
import { extractBy } from './extract-by.ts';
import type { Features } from './features.ts';
import { forward } from './forward.ts';

/** How features are extracted. */
export interface ExtractOptions {
  /** Pictures at a time, from 1. Features differ by rounding at most. */
  readonly batchSize?: number;
  /** Which pictures, in the order wanted; every picture when left out. */
  readonly indices?: ArrayLike<number>;
  readonly signal?: AbortSignal | undefined;
  /** Counts pictures. */
  readonly onProgress?: OnProgress;
}

/**
 * Runs pictures, bytes of 0 to 255, through a frozen base and gives one row of features a picture.
 *
 * Preprocessing is the base's own. A base without pooling gives its feature maps row by row, [height, width, channels].
 * Memory is flat: one batch of tensors at a time, and none is left. The event loop gets a turn after each batch.
 * @throws ArgumentError if the pictures are of another size than the base's, or not on the scale 0 to 255, an option
 *   breaks its rule, or the base has no weights yet.
 * @throws the signal's reason once it is aborted.
 */
export async function extractFeatures(base: Base, images: ImageSet, options: ExtractOptions = {}): Promise<Features> {
  return extractBy(forward, base, images, options);
}
