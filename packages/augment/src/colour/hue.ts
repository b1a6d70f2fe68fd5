import type { Image, Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';
import { checkColours } from './luma.ts';

/**
 * Turns the colours about the grey axis of HSV; grey pictures stay.
 *
 * @see torchvision.transforms.functional.adjust_hue on tensors
 */
export function hue<P extends Pixels>(image: Image<P>, turns: number): Image<P> {
  checkColours(image.channels);
  if (image.channels === 1) return image;
  const { pixels } = image;
  const result = pixelsLike(pixels);
  // The way in which torchvision makes bytes of fractions.
  const [scale, most] = pixels instanceof Uint8Array ? [255.999 / 255, 255] : [1, 255];
  for (let i = 0; i < pixels.length; i += 3) {
    const [r, g, b] = [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!];
    const value = Math.max(r, g, b);
    const chroma = value - Math.min(r, g, b);
    const sector = chroma === 0 ? 0 : sectorOf(r, g, b, value, chroma);
    const turned = sector + 6 * turns;
    for (let k = 0; k < 3; k++) result[i + k] = Math.min(most, scale * channel(turned, k, value, chroma));
  }
  return { ...image, pixels: result };
}

/** Hue in sixths of a turn. */
function sectorOf(r: number, g: number, b: number, value: number, chroma: number): number {
  if (value === r) return (g - b) / chroma;
  return value === g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma;
}

/** One of red, green and blue at a hue. */
function channel(sector: number, k: number, value: number, chroma: number): number {
  const place = sector + [5, 3, 1][k]!;
  const rest = place - 6 * Math.floor(place / 6);
  return value - chroma * Math.max(0, Math.min(1, rest, 4 - rest));
}
