import type { Pixels } from './image.ts';

/** New pixels of the same type, all 0. */
export function pixelsLike<P extends Pixels>(pixels: P, length: number = pixels.length): P {
  return new (pixels.constructor as new (length: number) => P)(length);
}
