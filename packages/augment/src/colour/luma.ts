import { ArgumentError } from '@animals/core';
import type { Image } from '../image/image.ts';

/**
 * How bright each pixel is, by ITU-R 601: whole numbers for bytes, as PIL's mode L.
 *
 * @throws ArgumentError if the picture has neither one channel nor three.
 */
export function luma({ pixels, height, width, channels }: Image): Float64Array {
  checkColours(channels);
  const n = height * width;
  if (channels === 1) return Float64Array.from(pixels);
  const grey = new Float64Array(n);
  const whole = pixels instanceof Uint8Array;
  for (let i = 0; i < n; i++) {
    const [r, g, b] = [pixels[3 * i]!, pixels[3 * i + 1]!, pixels[3 * i + 2]!];
    grey[i] = whole ? (r * 19595 + g * 38470 + b * 7471 + 0x8000) >> 16 : 0.299 * r + 0.587 * g + 0.114 * b;
  }
  return grey;
}

/** Refuses pictures that are neither grey nor red, green and blue. */
export function checkColours(channels: number): void {
  if (channels === 1 || channels === 3) return;
  throw new ArgumentError('image.channels', `image.channels must be 1 or 3 for a change of colours, got ${channels}`);
}
