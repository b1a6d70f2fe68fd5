import { checkPixelCount } from './check-pixel-count.ts';
import { exifOrientation } from './exif-orientation.ts';
import type { ImageHeader } from './image-header.ts';
import { readPngLayout } from './png-layout.ts';
import { readPngChunks } from './read-png-chunks.ts';

/**
 * Reads a PNG's size and EXIF block, and walks its chunks up to IEND.
 *
 * @throws DataError if the file is truncated or corrupt, or is above the pixel cap.
 */
export function readPngHeader(bytes: Uint8Array, path: string, maxPixels: number): ImageHeader {
  const { width, height } = readPngLayout(bytes, path);
  checkPixelCount(path, width, height, maxPixels);
  let exif: Uint8Array | undefined;
  for (const chunk of readPngChunks(bytes, path)) if (chunk.type === 'eXIf') exif ??= chunk.data;
  const orientation = exif ? exifOrientation(exif) : 1;
  return { format: 'png', width, height, orientation, exif: exif !== undefined, tables: null };
}
