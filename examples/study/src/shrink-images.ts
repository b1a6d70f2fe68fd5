import type { ImageSet } from '@animals/core';
import { resizeImage } from '@animals/data';

/** Every picture at `side` x `side` pixels, as one vector of side * side * channels values from 0 to 255. */
export function shrinkImages(images: ImageSet, side: number): readonly Float32Array[] {
  const { pixels, count, height, width, channels } = images;
  const size = height * width * channels;
  return Array.from({ length: count }, (_, i) => {
    const image = { pixels: pixels.subarray(i * size, (i + 1) * size), height, width, channels };
    return Float32Array.from(resizeImage(image, { size: [side, side] }).pixels);
  });
}
