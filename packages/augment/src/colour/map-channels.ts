import type { Image, Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';

/** Changes the values of each channel by a function that is made from the channel's histogram of 256 bins. */
export function mapChannels<P extends Pixels>(
  image: Image<P>,
  make: (histogram: Float64Array) => ((value: number) => number) | undefined,
): Image<P> {
  const { pixels, channels } = image;
  const result = pixelsLike(pixels);
  for (let k = 0; k < channels; k++) {
    const histogram = new Float64Array(256);
    for (let i = k; i < pixels.length; i += channels) histogram[Math.trunc(pixels[i]!)]!++;
    const change = make(histogram) ?? ((value: number) => value);
    for (let i = k; i < pixels.length; i += channels) result[i] = change(pixels[i]!);
  }
  return { ...image, pixels: result };
}
