import type { Image, Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';

/** Changes every value by itself; bytes through a table, cut off. The function must stay in [0, 256). */
export function mapValues<P extends Pixels>(image: Image<P>, change: (value: number) => number): Image<P> {
  const { pixels } = image;
  const result = pixelsLike(pixels);
  if (pixels instanceof Uint8Array) {
    const table = Uint8Array.from({ length: 256 }, (_, value) => change(value));
    for (let i = 0; i < pixels.length; i++) result[i] = table[pixels[i]!]!;
  } else {
    for (let i = 0; i < pixels.length; i++) result[i] = change(pixels[i]!);
  }
  return { ...image, pixels: result };
}
