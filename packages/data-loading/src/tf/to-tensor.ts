import { ArgumentError, type ImageSet } from '@animals/core';
import { type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';

/**
 * Makes a float tensor in [0, 1] of the pictures at the indices, in their order.
 *
 * Shape [indices.length, height, width, channels]; value = byte / 255. The caller owns it.
 * @throws ArgumentError if there is no index, or one is not a picture of the set.
 */
export function toTensor(images: ImageSet, indices: ArrayLike<number>): Tensor4D {
  const { pixels, height, width, channels } = images;
  checkIndices(images, indices);
  const length = height * width * channels;
  const values = new Float32Array(indices.length * length);
  for (let i = 0, to = 0; i < indices.length; i++) {
    const from = (indices[i] as number) * length;
    for (let p = 0; p < length; p++) values[to++] = (pixels[from + p] as number) / 255;
  }
  return tensor4d(values, [indices.length, height, width, channels]);
}

/** Refuses an empty list of indices, and indices of no picture. */
export function checkIndices({ count }: ImageSet, indices: ArrayLike<number>): void {
  if (indices.length === 0) throw new ArgumentError('indices', 'indices must name at least 1 picture, got none');
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i] as number;
    if (Number.isInteger(index) && index >= 0 && index < count) continue;
    throw new ArgumentError('indices', `indices must be whole numbers from 0 to ${count - 1}, got ${index} at ${i}`);
  }
}
