import { ArgumentError, type ImageSet } from '@animals/core';
import type { Image } from '../image/image.ts';

/** A picture of a set; shares the set's memory. */
export function imageAt(images: ImageSet, index: number): Image<Uint8Array> {
  const { pixels, count, height, width, channels } = images;
  if (!Number.isInteger(index) || index < 0 || index >= count) {
    throw new ArgumentError('index', `index must be a whole number from 0 to ${count - 1}, got ${index}`);
  }
  const size = height * width * channels;
  return { pixels: pixels.subarray(index * size, (index + 1) * size), height, width, channels };
}
