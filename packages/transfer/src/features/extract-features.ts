import { ArgumentError, type ImageSet, type OnProgress } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Base } from '../bases/create-base.ts';
import { checkPixelRange } from '../preprocessing/check-pixel-range.ts';
import { preprocessInput } from '../preprocessing/preprocess-input.ts';
import { checkImageSize } from './check-image-size.ts';
import type { Features } from './features.ts';

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
  const { batchSize = 32, signal, onProgress } = options;
  const order = checkedOrder(images, options);
  checkImageSize(base, images);
  checkPixelRange(images.pixels);
  const columns = base.model.outputs[0]?.shape.slice(1).reduce((a: number, b) => a * (b as number), 1) as number;
  const data = new Float32Array(order.length * columns);
  for (let start = 0; start < order.length; start += batchSize) {
    signal?.throwIfAborted();
    const indices = order.subarray(start, start + batchSize);
    data.set(await forward(base, images, indices), start * columns);
    if (start === 0) refuseZeros(data.subarray(0, indices.length * columns));
    onProgress?.({ done: start + indices.length, total: order.length, label: 'pictures' });
  }
  return { data, rows: order.length, columns };
}

async function forward(base: Base, images: ImageSet, indices: Uint32Array): Promise<Float32Array> {
  const output = tf.tidy(
    () => base.model.predictOnBatch(preprocessInput(gather(images, indices), base.preprocessing)) as tf.Tensor,
  );
  try {
    return (await output.data()) as Float32Array;
  } finally {
    output.dispose();
  }
}

/** The pictures at `indices` as floats of 0 to 255. */
export function gather({ pixels, height, width, channels }: ImageSet, indices: Uint32Array): tf.Tensor4D {
  const size = height * width * channels;
  const values = new Float32Array(indices.length * size);
  for (const [i, index] of indices.entries()) values.set(pixels.subarray(index * size, (index + 1) * size), i * size);
  return tf.tensor4d(values, [indices.length, height, width, channels]);
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

/** Kernels start at 0, and features of 0 would pass for a poor base. */
function refuseZeros(features: Float32Array): void {
  if (features.some((value) => value !== 0)) return;
  throw new ArgumentError(
    'base',
    'base must have weights, got features that are all 0; call loadWeights first, or create it with a seed',
  );
}
