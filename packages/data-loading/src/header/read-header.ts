import { DEFAULT_MAX_PIXELS } from './check-pixel-count.ts';
import type { ImageHeader } from './image-header.ts';
import { readJpegHeader } from './read-jpeg-header.ts';
import { readPngHeader } from './read-png-header.ts';
import { sniffFormat } from './sniff-format.ts';

/** How to name the file in an error, and where to stop. */
export interface ReadHeaderOptions {
  readonly path?: string;
  readonly maxPixels?: number;
}

/**
 * Reads what a JPEG's or PNG's file says of itself, without decoding a pixel.
 *
 * The format is told by the first bytes. The pixel cap is checked before anything else is read.
 * @throws DataError if the file is of another format, truncated, corrupt or above the cap.
 */
export function readHeader(
  bytes: Uint8Array,
  { path = 'picture', maxPixels = DEFAULT_MAX_PIXELS }: ReadHeaderOptions = {},
): ImageHeader {
  const read = sniffFormat(bytes, path) === 'jpeg' ? readJpegHeader : readPngHeader;
  return read(bytes, path, maxPixels);
}
