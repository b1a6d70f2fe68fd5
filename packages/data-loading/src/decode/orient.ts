import type { DecodedImage } from './decoded-image.ts';

/**
 * Turns and mirrors a picture as its EXIF orientation asks, so that it stands upright.
 *
 * Orientation 1 gives the picture itself back; 5 to 8 swap width and height.
 * @see EXIF 2.32, section 4.6.4, tag Orientation.
 */
export function orient<Channels extends 1 | 3 | 4>(
  image: DecodedImage<Channels>,
  orientation: number,
): DecodedImage<Channels> {
  if (orientation === 1) return image;
  const { pixels, width: w, height: h, channels } = image;
  const { start, right, down } = walk(orientation, w, h);
  const swapped = orientation >= 5;
  const width = swapped ? h : w;
  const height = swapped ? w : h;
  const out = new Uint8Array(pixels.length);
  let to = 0;
  for (let y = 0; y < height; y++) {
    let from = channels * (start + y * down);
    for (let x = 0; x < width; x++, from += channels * right) {
      for (let c = 0; c < channels; c++) out[to++] = pixels[from + c] as number;
    }
  }
  return { pixels: out, width, height, channels };
}

/** Where in the stored picture the upright one starts, and how far one step to the right and one down go there. */
function walk(orientation: number, w: number, h: number): { start: number; right: number; down: number } {
  const last = w * h - 1;
  if (orientation === 2) return { start: w - 1, right: -1, down: w };
  if (orientation === 3) return { start: last, right: -1, down: -w };
  if (orientation === 4) return { start: last - w + 1, right: 1, down: -w };
  if (orientation === 5) return { start: 0, right: w, down: 1 };
  if (orientation === 6) return { start: last - w + 1, right: -w, down: 1 };
  if (orientation === 7) return { start: last, right: -w, down: -1 };
  return { start: w - 1, right: w, down: -1 };
}
