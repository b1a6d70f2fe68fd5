import type { Image, Pixels } from '../image/image.ts';
import { mapChannels } from './map-channels.ts';

/** Flattens the histogram of each channel; floats become whole. @see PIL.ImageOps.equalize */
export function equalise<P extends Pixels>(image: Image<P>): Image<P> {
  return mapChannels(image, (histogram) => {
    const last = histogram.findLast((count) => count > 0) ?? 0;
    const step = Math.floor((histogram.reduce((a, b) => a + b, 0) - last) / 255);
    if (step === 0) return undefined;
    const table = new Uint8Array(256);
    let sum = Math.floor(step / 2);
    for (let i = 0; i < 256; i++) {
      table[i] = Math.min(255, Math.floor(sum / step));
      sum += histogram[i]!;
    }
    return (value) => table[Math.trunc(value)]!;
  });
}
