import type { Image, Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';

/**
 * Goes from one picture, given by its value at each index, through another and beyond: 0 gives the first, 1 the second.
 *
 * Clipped to [0, 255]; bytes are cut off as PIL does.
 * @see Pillow, ImagingBlend
 */
export function blend<P extends Pixels>(from: (index: number) => number, image: Image<P>, factor: number): Image<P> {
  const { pixels } = image;
  const result = pixelsLike(pixels);
  const single = pixels instanceof Uint8Array ? Math.fround : (value: number) => value;
  const step = single(factor);
  for (let i = 0; i < pixels.length; i++) {
    const start = from(i);
    const value = single(start + single(step * (pixels[i]! - start)));
    result[i] = value > 0 ? Math.min(value, 255) : 0;
  }
  return { ...image, pixels: result };
}
