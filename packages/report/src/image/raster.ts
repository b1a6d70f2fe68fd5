import { ArgumentError } from '@animals/core';

/** A decoded picture: RGB, or grey, one byte a channel, row by row. */
export interface Raster {
  /** Shape [height, width, channels], 0 to 255; 1 or 3 channels, told from the length. */
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * The number of channels of a picture.
 * @throws ArgumentError unless the sides are whole and positive and the pixels fill 1 or 3 channels of them.
 */
export function channelsOf({ pixels, width, height }: Raster): 1 | 3 {
  const sides = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  if (!sides) throw new ArgumentError('width', `width and height must be whole and positive, got ${width} x ${height}`);
  const channels = pixels.length / (width * height);
  if (channels === 1 || channels === 3) return channels;
  throw new ArgumentError(
    'pixels',
    `pixels must hold 1 or 3 bytes for each of ${width} x ${height}, got ${pixels.length} bytes; drop the alpha channel`,
  );
}
