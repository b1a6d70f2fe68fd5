import { ArgumentError, type ImageSet } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { BatchSource } from './batch-source.ts';

// Division once per possible byte, rounded to float32 as NumPy does.
const UNIT = Float32Array.from({ length: 256 }, (_, value) => value / 255);

/** Copies the pixels of some images into one buffer, as fractions. */
function gather({ pixels, height, width, channels }: ImageSet, indices: Uint32Array): Float32Array {
  const size = height * width * channels;
  const out = new Float32Array(indices.length * size);
  let to = 0;
  for (const index of indices) {
    for (let from = index * size, end = from + size; from < end; from++) {
      out[to++] = UNIT[pixels[from] as number] as number;
    }
  }
  return out;
}

/**
 * Serves images as float32 batches: `xs` of shape [n, height, width, channels] in [0, 1], `ys` of shape [n, 1].
 *
 * Only the batch asked for is converted; the bytes are read in place and never changed.
 * @throws ArgumentError if the lengths of `pixels` or `labels` do not match the set's dimensions.
 */
export function imageSource(images: ImageSet): BatchSource {
  const { pixels, labels, count, height, width, channels } = images;
  const size = count * height * width * channels;
  if (pixels.length !== size || labels.length !== count) {
    throw new ArgumentError(
      'images',
      `images must hold ${size} pixel values and ${count} labels, got ${pixels.length} and ${labels.length}`,
    );
  }
  return {
    count,
    batch: (indices) => ({
      xs: tf.tensor4d(gather(images, indices), [indices.length, height, width, channels]),
      ys: tf.tensor2d(
        Float32Array.from(indices, (index) => labels[index] as number),
        [indices.length, 1],
      ),
    }),
  };
}
