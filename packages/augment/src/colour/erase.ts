import { createRng } from '@animals/core';
import type { Image, Pixels } from '../image/image.ts';

/** Where and with what; rows and columns may lie outside and are then cut. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  /** A value, or the seed of uniform noise. */
  readonly fill: number | { readonly seed: number };
}

/** Overwrites a rectangle. @see DeVries and Taylor 2017 (cutout), Zhong et al. 2017 (random erasing) */
export function erase<P extends Pixels>(image: Image<P>, { top, left, height, width, fill }: Rectangle): Image<P> {
  const pixels = image.pixels.slice() as P;
  const rng = typeof fill === 'number' ? undefined : createRng(fill.seed);
  const { channels } = image;
  const [from, to] = [Math.max(0, left), Math.min(image.width, left + width)];
  for (let r = Math.max(0, top); r < Math.min(image.height, top + height); r++) {
    for (let i = (r * image.width + from) * channels; i < (r * image.width + to) * channels; i++) {
      pixels[i] = rng ? rng.int(0, 256) : (fill as number);
    }
  }
  return { ...image, pixels };
}
