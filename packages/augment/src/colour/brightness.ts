import type { Image, Pixels } from '../image/image.ts';
import { blend } from './blend.ts';

/** @see PIL.ImageEnhance.Brightness */
export function brightness<P extends Pixels>(image: Image<P>, factor: number): Image<P> {
  return blend(() => 0, image, factor);
}
