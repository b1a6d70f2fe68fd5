import type { LoadOptions, PixelOptions } from './load-options.ts';

/**
 * All that decides a picture's pixels, as plain data with nothing left out.
 *
 * Equal recipes give equal pixels of equal bytes: it is part of the key under which they are cached.
 */
export interface Recipe extends Required<Omit<PixelOptions, 'background'>> {
  readonly background: readonly number[] | null;
  /** Only whether a picture is refused depends on it. */
  readonly maxPixels: number | null;
}

/** Fills in what was left out. */
export function recipeOf(options: LoadOptions): Recipe {
  const { size, resize = 'bilinear', fit = 'fill', background = null } = options;
  const { channels = 3, alpha = 'drop', orientation = 'apply', maxPixels = null } = options;
  return { size, resize, fit, background, channels, alpha, orientation, maxPixels };
}

/** Bytes of one picture. */
export function pictureLength({ size: [height, width], channels }: Pick<Recipe, 'size' | 'channels'>): number {
  return height * width * channels;
}
