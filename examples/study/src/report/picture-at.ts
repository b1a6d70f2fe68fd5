import type { ImageSet } from '@animals/core';
import type { GridImage } from '@animals/report';

/** One picture of a set, for a grid. */
export function pictureAt({ pixels, width, height, channels }: ImageSet, index: number, caption?: string): GridImage {
  const size = width * height * channels;
  const picture = { pixels: pixels.subarray(index * size, (index + 1) * size), width, height };
  return caption === undefined ? picture : { ...picture, caption };
}
