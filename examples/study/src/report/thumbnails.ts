import type { ImageSet } from '@animals/core';
import { resizeImage } from '@animals/data';
import type { Raster } from '@animals/report';

/** Every picture at `side` pixels or, if it is smaller, as it is: a page holds hundreds of them. */
export function thumbnails(images: ImageSet, side: number): Raster[] {
  const { pixels, count, width, height, channels } = images;
  const size = width * height * channels;
  return Array.from({ length: count }, (_, i) => {
    const picture = { pixels: pixels.subarray(i * size, (i + 1) * size), width, height, channels };
    return width <= side ? picture : resizeImage(picture, { size: [side, side], method: 'area' });
  });
}
