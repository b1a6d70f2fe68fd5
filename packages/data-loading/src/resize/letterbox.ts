import type { ByteImage } from './byte-image.ts';

type Pair = readonly [number, number];

/**
 * Finds the largest size of a picture's proportions inside `size`, and where it stands when centred.
 *
 * @see tf.image.resize_with_pad, whose sizes and offsets these are.
 */
export function placeInside({ height, width }: ByteImage, [toHeight, toWidth]: Pair): { size: Pair; offset: Pair } {
  // Whole numbers until the one division, so that the longer side fills its own exactly.
  const innerHeight = Math.min(toHeight, (height * toWidth) / width);
  const innerWidth = Math.min(toWidth, (width * toHeight) / height);
  return {
    size: [Math.max(1, Math.floor(innerHeight)), Math.max(1, Math.floor(innerWidth))],
    offset: [
      Math.min(toHeight - 1, Math.floor((toHeight - innerHeight) / 2)),
      Math.min(toWidth - 1, Math.floor((toWidth - innerWidth) / 2)),
    ],
  };
}

/** Lays a picture at [row, column] `offset` on a ground of one colour. */
export function letterbox(
  image: ByteImage,
  [height, width]: Pair,
  [top, left]: Pair,
  colour: readonly number[],
): Uint8Array {
  const { pixels, channels } = image;
  const out = new Uint8Array(height * width * channels);
  if (colour.some((value) => value !== 0)) for (let i = 0; i < out.length; i++) out[i] = colour[i % channels] as number;
  const rowLength = image.width * channels;
  for (let y = 0; y < image.height; y++) {
    const row = pixels.subarray(y * rowLength, (y + 1) * rowLength);
    out.set(row, ((top + y) * width + left) * channels);
  }
  return out;
}
