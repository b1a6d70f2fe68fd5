import type { Image, Pixels } from '../image/image.ts';
import { blend } from './blend.ts';

/** @see PIL.ImageEnhance.Sharpness, whose smoothed picture keeps its outermost pixels */
export function sharpness<P extends Pixels>(image: Image<P>, factor: number): Image<P> {
  const { pixels, height, width, channels } = image;
  const whole = pixels instanceof Uint8Array;
  const smooth = Float64Array.from(pixels);
  const line = width * channels;
  for (let r = 1; r < height - 1; r++) {
    for (let i = r * line + channels; i < (r + 1) * line - channels; i++) {
      let sum = 4 * pixels[i]!;
      for (let row = i - line; row <= i + line; row += line) {
        sum += pixels[row - channels]! + pixels[row]! + pixels[row + channels]!;
      }
      smooth[i] = whole ? Math.floor(sum / 13 + 0.5) : sum / 13;
    }
  }
  return blend((i) => smooth[i]!, image, factor);
}
