import type { ImageSet } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';

/** Pictures of one size, without what is known of them. */
export type Pixels = Pick<ImageSet, 'pixels' | 'height' | 'width' | 'channels'>;

/** The pictures at `indices` as floats of 0 to 255. */
export function gather({ pixels, height, width, channels }: Pixels, indices: Uint32Array): tf.Tensor4D {
  const size = height * width * channels;
  const values = new Float32Array(indices.length * size);
  for (const [i, index] of indices.entries()) values.set(pixels.subarray(index * size, (index + 1) * size), i * size);
  return tf.tensor4d(values, [indices.length, height, width, channels]);
}
