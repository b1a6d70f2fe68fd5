import { DataError } from '@animals/core';
import { checkPixelCount } from './check-pixel-count.ts';
import type { ImageHeader } from './image-header.ts';
import { readTiffLayout } from './tiff-layout.ts';
import { readTiffTags } from './tiff-tags.ts';

/**
 * Reads size, orientation and EXIF of the first picture of a TIFF, and checks that its blocks lie in the file.
 *
 * @throws DataError if the file is truncated, corrupt or stored in a way that is not supported, or is above the pixel cap.
 */
export function readTiffHeader(bytes: Uint8Array, path: string, maxPixels: number): ImageHeader {
  const tags = readTiffTags(bytes, path);
  const [width, height] = [tags.get(256)?.[0] ?? 0, tags.get(257)?.[0] ?? 0];
  checkPixelCount(path, width, height, maxPixels);
  const { offsets, lengths, orientation, exif, block } = readTiffLayout(bytes, path);
  const stored = Math.ceil(width / block.width) * block.width * Math.ceil(height / block.height) * block.height;
  if (stored > 2 * maxPixels)
    throw new DataError(path, `stores ${stored} pixels in its TIFF blocks, above twice the cap`);
  const isInside = offsets.every((offset, i) => offset + (lengths[i] as number) <= bytes.length);
  if (!isInside) throw new DataError(path, 'is truncated: the TIFF ends before its last pixel');
  return { format: 'tiff', width, height, orientation, exif, tables: null };
}
