import { mean } from '@animals/core';
import type { Image, Pixels } from '../image/image.ts';
import { blend } from './blend.ts';
import { luma } from './luma.ts';

/** @see PIL.ImageEnhance.Contrast, whose mean grey is a whole number */
export function contrast<P extends Pixels>(image: Image<P>, factor: number): Image<P> {
  const centre = mean(luma(image));
  const grey = image.pixels instanceof Uint8Array ? Math.floor(centre + 0.5) : centre;
  return blend(() => grey, image, factor);
}
