import { createRng } from '@animals/core';
import type { Image, Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';

/** Adds normal noise and clips to [0, 255]; bytes are rounded. */
export function noise<P extends Pixels>(image: Image<P>, sd: number, seed: number): Image<P> {
  const rng = createRng(seed);
  const pixels = pixelsLike(image.pixels);
  const rounding = pixels instanceof Uint8Array ? 0.5 : 0;
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = Math.min(255, Math.max(0, image.pixels[i]! + rng.normal(0, sd) + rounding));
  }
  return { ...image, pixels };
}
