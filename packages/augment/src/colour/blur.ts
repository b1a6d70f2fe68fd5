import { extend } from '../geometry/extend.ts';
import type { Image, Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';

const REACH = 4;

/** Blurs by a Gaussian; edges are mirrored. @see scipy.ndimage.gaussian_filter with its defaults */
export function blur<P extends Pixels>(image: Image<P>, sigma: number): Image<P> {
  if (sigma === 0) return image;
  const kernel = gaussian(sigma);
  const { pixels, height, width, channels } = image;
  const line = width * channels;
  const once = smooth(pixels, kernel, { length: height, stride: line, lines: line, next: 1 });
  const both = new Float64Array(pixels.length);
  for (let k = 0; k < channels; k++) {
    const part = { length: width, stride: channels, lines: height, next: line, first: k };
    smooth(once, kernel, part, both);
  }
  const result = pixelsLike(pixels);
  const rounding = pixels instanceof Uint8Array ? 0.5 : 0;
  for (let i = 0; i < both.length; i++) result[i] = both[i]! + rounding;
  return { ...image, pixels: result };
}

function gaussian(sigma: number): Float64Array {
  const radius = Math.floor(REACH * sigma + 0.5);
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-0.5 * ((i - radius) / sigma) ** 2));
  const sum = kernel.reduce((a, b) => a + b, 0);
  return kernel.map((value) => value / sum);
}

interface Lines {
  readonly length: number;
  /** From one value of a line to its next. */
  readonly stride: number;
  readonly lines: number;
  /** From one line to the next. */
  readonly next: number;
  readonly first?: number;
}

function smooth(
  values: Pixels,
  kernel: Float64Array,
  { length, stride, lines, next, first = 0 }: Lines,
  into = new Float64Array(values.length),
): Float64Array {
  const radius = kernel.length >> 1;
  for (let at = 0; at < length; at++) {
    const places = Int32Array.from(kernel, (_, k) => extend(at + k - radius, length, 'reflect') * stride);
    for (let line = 0; line < lines; line++) {
      const start = first + line * next;
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) sum += kernel[k]! * values[start + places[k]!]!;
      into[start + at * stride] = sum;
    }
  }
  return into;
}
