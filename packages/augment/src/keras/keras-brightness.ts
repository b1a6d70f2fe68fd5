import { brightness } from '../colour/brightness.ts';
import type { Image, Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';
import type { KerasVariant } from './affine-parameters.ts';

/**
 * Multiplies values, as a variant does: `corrected` clips to [0, 255]; the others cut to bytes, before which 1.1.2 always
 * stretches the picture to 0 to 255, and 2.9 only one that exceeds this range, which it then undoes.
 *
 * @see keras_preprocessing 1.1.2 and keras.src.legacy.preprocessing.image, apply_brightness_shift
 */
export function kerasBrightness<P extends Pixels>(image: Image<P>, factor: number, variant: KerasVariant): Image<P> {
  const { pixels } = image;
  if (variant === 'corrected') return scaled(image, factor);
  const [low, high] = extremes(pixels);
  const beyond = low < 0 || high > 255;
  const stretch = variant === 'keras-1.1.2' || beyond;
  const bytes = Uint8Array.from(pixels, stretch ? stretched(low, high) : Number);
  const changed = brightness({ ...image, pixels: bytes }, factor).pixels;
  const result = pixelsLike(pixels);
  const undo = variant === 'keras-2.9' && beyond;
  for (let i = 0; i < result.length; i++) result[i] = undo ? (changed[i]! / 255) * (high - low) + low : changed[i]!;
  return { ...image, pixels: result };
}

function scaled<P extends Pixels>(image: Image<P>, factor: number): Image<P> {
  const pixels = pixelsLike(image.pixels);
  const rounding = pixels instanceof Uint8Array ? 0.5 : 0;
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = Math.min(255, Math.max(0, image.pixels[i]! * factor + rounding));
  }
  return { ...image, pixels };
}

/** In single precision, as Keras' pictures are: what is cut off decides whether 255 stays 255. */
function stretched(low: number, high: number): (value: number) => number {
  const range = Math.fround(high - low);
  return (value) => (range === 0 ? 0 : Math.fround(Math.fround(Math.fround(value - low) / range) * 255));
}

/** Smallest and largest value. */
export function extremes(pixels: Pixels): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of pixels) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
