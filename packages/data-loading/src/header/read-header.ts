import type { ImageFormat } from '@animals/core';
import { DEFAULT_MAX_PIXELS } from './check-pixel-count.ts';
import type { ImageHeader } from './image-header.ts';
import { readBmpHeader } from './read-bmp-header.ts';
import { readGifHeader } from './read-gif-header.ts';
import { readJpegHeader } from './read-jpeg-header.ts';
import { readPngHeader } from './read-png-header.ts';
import { readTiffHeader } from './read-tiff-header.ts';
import { readWebpHeader } from './read-webp-header.ts';
import { sniffFormat } from './sniff-format.ts';

type HeaderReader = (bytes: Uint8Array, path: string, maxPixels: number) => ImageHeader;

const READERS = {
  jpeg: readJpegHeader,
  png: readPngHeader,
  webp: readWebpHeader,
  gif: readGifHeader,
  bmp: readBmpHeader,
  tiff: readTiffHeader,
} satisfies Record<ImageFormat, HeaderReader>;

/** How to name the file in an error, and where to stop. */
export interface ReadHeaderOptions {
  readonly path?: string;
  readonly maxPixels?: number;
}

/**
 * Reads what a picture's file says of itself, without decoding a pixel.
 *
 * The format is told by the first bytes: JPEG, PNG, WebP, GIF, BMP or TIFF. The pixel cap is checked before anything
 * else is read. Of several pictures in a file the first counts.
 * @throws DataError if the file is of another format, truncated, corrupt or above the cap.
 */
export function readHeader(
  bytes: Uint8Array,
  { path = 'picture', maxPixels = DEFAULT_MAX_PIXELS }: ReadHeaderOptions = {},
): ImageHeader {
  return READERS[sniffFormat(bytes, path)](bytes, path, maxPixels);
}
