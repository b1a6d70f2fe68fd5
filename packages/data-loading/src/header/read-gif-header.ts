import { DataError } from '@animals/core';
import { checkPixelCount } from './check-pixel-count.ts';
import { readGifLayout } from './gif-layout.ts';
import type { ImageHeader } from './image-header.ts';

/**
 * Reads a GIF's size, and walks it up to the end of its first picture.
 *
 * @throws DataError if the file is truncated or corrupt, or is above the pixel cap.
 */
export function readGifHeader(bytes: Uint8Array, path: string, maxPixels: number): ImageHeader {
  if (bytes.length < 13) throw new DataError(path, 'is truncated: the GIF ends within its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  checkPixelCount(path, width, height, maxPixels);
  readGifLayout(bytes, path);
  return { format: 'gif', width, height, orientation: 1, exif: false, tables: null };
}
