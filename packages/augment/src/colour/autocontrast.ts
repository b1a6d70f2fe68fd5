import type { Image, Pixels } from '../image/image.ts';
import { mapChannels } from './map-channels.ts';

/** Stretches each channel to 0 to 255, by its whole values. @see PIL.ImageOps.autocontrast */
export function autocontrast<P extends Pixels>(image: Image<P>): Image<P> {
  return mapChannels(image, (histogram) => {
    const low = histogram.findIndex((count) => count > 0);
    const high = histogram.findLastIndex((count) => count > 0);
    if (high <= low) return undefined;
    const scale = 255 / (high - low);
    const offset = -low * scale;
    return (value) => Math.min(255, Math.max(0, value * scale + offset));
  });
}
