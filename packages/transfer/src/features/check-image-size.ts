import { ArgumentError, type ImageSet } from '@animals/core';
import type { Base } from '../bases/create-base.ts';

/** Refuses pictures of another size than a base's, not in colour, or not of bytes. */
export function checkImageSize(
  { settings: { size } }: Base,
  { height, width, channels, pixels, count }: ImageSet,
): void {
  if (height !== size[0] || width !== size[1] || channels !== 3) {
    throw new ArgumentError(
      'images',
      `images must be ${size[0]} x ${size[1]} x 3 like the base's, got ${height} x ${width} x ${channels}; ` +
        'load them at that size, or create the base with theirs',
    );
  }
  if (pixels.length === count * height * width * channels && pixels.BYTES_PER_ELEMENT === 1) return;
  throw new ArgumentError(
    'images',
    `images must hold ${count * height * width * channels} bytes, got ${pixels.length} of ${pixels.constructor.name}`,
  );
}
