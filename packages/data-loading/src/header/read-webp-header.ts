import { DataError } from '@animals/core';
import { checkPixelCount } from './check-pixel-count.ts';
import { exifOrientation } from './exif-orientation.ts';
import type { ImageHeader } from './image-header.ts';
import { webpChunks, webpSize } from './webp-chunks.ts';

const PIXELS = new Set(['VP8 ', 'VP8L', 'VP8X']);
const EXIF_MARK = [0x45, 0x78, 0x69, 0x66, 0, 0];

/**
 * Reads a WebP's size and EXIF block, and walks its chunks.
 *
 * @throws DataError if the file is truncated or corrupt, or is above the pixel cap.
 */
export function readWebpHeader(bytes: Uint8Array, path: string, maxPixels: number): ImageHeader {
  const chunks = webpChunks(bytes, path);
  const first = chunks[0];
  if (!first || !PIXELS.has(first.type)) throw new DataError(path, 'is corrupt: its first WebP chunk holds no picture');
  const [width, height] = webpSize(first, path);
  checkPixelCount(path, width, height, maxPixels);
  const exif = chunks.find(({ type }) => type === 'EXIF')?.data;
  const orientation = exif ? exifOrientation(withoutMark(exif)) : 1;
  return { format: 'webp', width, height, orientation, exif: exif !== undefined, tables: null };
}

/** Some encoders put the mark of a JPEG's EXIF block before it. */
function withoutMark(exif: Uint8Array): Uint8Array {
  return EXIF_MARK.every((byte, i) => exif[i] === byte) ? exif.subarray(6) : exif;
}
