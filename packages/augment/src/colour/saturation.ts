import type { Image, Pixels } from '../image/image.ts';
import { blend } from './blend.ts';
import { luma } from './luma.ts';

/** @see PIL.ImageEnhance.Color */
export function saturation<P extends Pixels>(image: Image<P>, factor: number): Image<P> {
  const grey = luma(image);
  const { channels } = image;
  return blend((i) => grey[Math.floor(i / channels)]!, image, factor);
}
