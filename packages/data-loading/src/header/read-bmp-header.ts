import { DataError } from '@animals/core';
import { type BmpLayout, readBmpLayout } from './bmp-layout.ts';
import { checkPixelCount } from './check-pixel-count.ts';
import type { ImageHeader } from './image-header.ts';

/**
 * Reads a BMP's size, and checks that its pixels are all there where they are not packed.
 *
 * @throws DataError if the file is truncated or corrupt, or is above the pixel cap.
 */
export function readBmpHeader(bytes: Uint8Array, path: string, maxPixels: number): ImageHeader {
  const layout = readBmpLayout(bytes, path);
  const { width, height } = layout;
  checkPixelCount(path, width, height, maxPixels);
  const needed = layout.packing === 'none' ? bmpRowBytes(layout) * height : 1;
  if (layout.data + needed > bytes.length)
    throw new DataError(path, 'is truncated: the BMP ends before its last pixel');
  return { format: 'bmp', width, height, orientation: 1, exif: false, tables: null };
}

/** Bytes from one row to the next: rows are filled up to four bytes. */
export function bmpRowBytes({ width, bits }: Pick<BmpLayout, 'width' | 'bits'>): number {
  return 4 * Math.ceil((width * bits) / 32);
}
