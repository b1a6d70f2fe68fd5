import type { Image, Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';
import { luma } from './luma.ts';

/** Takes the colour out; the channels stay. @see PIL.Image.convert('L') */
export function grey<P extends Pixels>(image: Image<P>): Image<P> {
  const values = luma(image);
  const pixels = pixelsLike(image.pixels);
  for (let i = 0; i < pixels.length; i++) pixels[i] = values[Math.floor(i / image.channels)]!;
  return { ...image, pixels };
}
