import type { ByteImage } from '@animals/data';

/**
 * Gives the brightness of an RGB picture as one channel; a picture of one channel as it is.
 *
 * @see Pillow's `convert('L')`, whose ITU-R 601 weights and rounding these are.
 */
export function toGrey(image: ByteImage): ByteImage {
  const { pixels, width, height, channels } = image;
  if (channels === 1) return image;
  const grey = new Uint8Array(width * height);
  for (let i = 0, from = 0; i < grey.length; i++, from += 3) {
    const [r, g, b] = [pixels[from] as number, pixels[from + 1] as number, pixels[from + 2] as number];
    grey[i] = (r * 19595 + g * 38470 + b * 7471 + 0x8000) >> 16;
  }
  return { pixels: grey, width, height, channels: 1 };
}
