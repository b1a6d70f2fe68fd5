import { ArgumentError, type ImageSet } from '@animals/core';

/** Size of the pictures that hashes are made of: 8 comparisons in each of 8 rows. */
export const HASH_SIZE = [8, 9] as const;

/** A hash of 64 bits a picture, in two halves of 32. */
export interface DifferenceHashes {
  /** Of rows 0 to 3. */
  readonly high: Uint32Array;
  /** Of rows 4 to 7. */
  readonly low: Uint32Array;
}

/**
 * Hashes grey pictures of 8 x 9 pixels: each bit says whether a pixel is darker than its right neighbour.
 *
 * The highest bit is the upper left pixel's. Brightness, contrast, size and compression hardly change it.
 * @param images grey, [8, 9] pixels
 * @throws ArgumentError if they are not
 * @see N. Krawetz, "Kind of Like That" (2013): dHash; and the Python package imagehash, whose bits these are.
 */
export function differenceHashes(
  images: Pick<ImageSet, 'pixels' | 'count' | 'height' | 'width' | 'channels'>,
): DifferenceHashes {
  const { pixels, count, height, width, channels } = images;
  const [rows, columns] = HASH_SIZE;
  if (height !== rows || width !== columns || channels !== 1) {
    const got = `${height} x ${width} x ${channels}`;
    throw new ArgumentError('images', `images must be of ${rows} x ${columns} pixels of 1 channel, got ${got}`);
  }
  const halves = [new Uint32Array(count), new Uint32Array(count)] as const;
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < rows; row++) {
      const half = halves[row < 4 ? 0 : 1];
      const start = (i * rows + row) * columns;
      for (let at = start; at < start + columns - 1; at++) {
        const bit = (pixels[at + 1] as number) > (pixels[at] as number) ? 1 : 0;
        half[i] = ((half[i] as number) << 1) | bit;
      }
    }
  }
  return { high: halves[0], low: halves[1] };
}
