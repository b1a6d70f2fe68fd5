import { DataError } from '@animals/core';

/** Pictures above this many pixels are refused unless the caller raises `maxPixels`. */
export const DEFAULT_MAX_PIXELS = 50e6;

/**
 * Refuses a picture whose header promises no pixels, or more than the cap, before memory is set aside for them.
 *
 * @throws DataError naming the size and the cap.
 */
export function checkPixelCount(path: string, width: number, height: number, maxPixels: number): void {
  if (width === 0 || height === 0) throw new DataError(path, `is corrupt: its header says ${width} x ${height} pixels`);
  const pixels = width * height;
  if (pixels > maxPixels) {
    throw new DataError(path, `is ${width} x ${height} = ${pixels} pixels, above the cap of ${maxPixels} (maxPixels)`);
  }
}
