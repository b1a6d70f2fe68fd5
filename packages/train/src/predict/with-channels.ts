import type { ByteImage } from '@animals/data';

/**
 * Gives a decoded picture the channels that are wanted: grey is repeated, of RGB the luma is taken, alpha is dropped.
 *
 * @see Pillow's `convert('L')`, whose ITU-R BT.601 weights and rounding these are.
 */
export function withChannels(image: ByteImage, wanted: 1 | 3): ByteImage {
  const { pixels, width, height, channels } = image;
  if (channels === wanted) return image;
  const out = new Uint8Array(width * height * wanted);
  // Grey, with or without alpha, has one sample for all colours.
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  for (let from = 0, to = 0; to < out.length; from += channels, to += wanted) {
    const [r, g, b] = [pixels[from] as number, pixels[from + green] as number, pixels[from + blue] as number];
    if (wanted === 3) out.set([r, g, b], to);
    else out[to] = (r * 19595 + g * 38470 + b * 7471 + 0x8000) >> 16;
  }
  return { pixels: out, width, height, channels: wanted };
}
