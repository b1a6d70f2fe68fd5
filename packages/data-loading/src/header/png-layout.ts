import { DataError } from '@animals/core';

/** What a PNG's IHDR chunk says. */
export interface PngLayout {
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly depth: number;
  readonly colourType: number;
  readonly interlaced: boolean;
}

/** Bit depths that each colour type allows. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/**
 * Reads a PNG's size and how its samples are stored from its first 33 bytes.
 *
 * @throws DataError if the file is too short or its IHDR chunk breaks a rule of the format.
 * @see PNG specification (third edition), section 11.2.1.
 */
export function readPngLayout(bytes: Uint8Array, path: string): PngLayout {
  if (bytes.length < 33) throw new DataError(path, 'is truncated: the PNG ends within its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [depth, colourType, compression, filter, interlace] = bytes.subarray(24, 29) as unknown as FiveBytes;
  const isHeader = view.getUint32(8) === 13 && view.getUint32(12) === 0x49484452;
  const isKnown = compression === 0 && filter === 0 && interlace <= 1 && DEPTHS[colourType]?.includes(depth);
  if (!isHeader || !isKnown) throw new DataError(path, 'is corrupt: its PNG header breaks the rules of the format');
  return { width: view.getUint32(16), height: view.getUint32(20), depth, colourType, interlaced: interlace === 1 };
}

type FiveBytes = [number, number, number, number, number];

/** Samples a pixel, by colour type: grey, RGB, palette index, grey with alpha, RGB with alpha. */
export function pngSamples(colourType: number): number {
  return ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as Record<number, number>)[colourType] as number;
}
