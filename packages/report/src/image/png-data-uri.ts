import { encode } from 'fast-png';
import { base64 } from './base64.ts';
import { channelsOf, type Raster } from './raster.ts';

/** Encodes pixels as a PNG in a `data:` address. It holds the pixels and nothing else: no EXIF, no place, no date. */
export function pngDataUri(picture: Raster): string {
  const { pixels, width, height } = picture;
  const png = encode({ data: pixels, width, height, channels: channelsOf(picture), depth: 8 });
  return `data:image/png;base64,${base64(png)}`;
}
