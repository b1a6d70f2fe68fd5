import { DataError } from '@animals/core';

/** What a BMP's headers say. */
export interface BmpLayout {
  readonly width: number;
  readonly height: number;
  /** The first row stored is the uppermost. */
  readonly topDown: boolean;
  /** 1, 4, 8, 16, 24 or 32. */
  readonly bits: number;
  readonly packing: 'none' | 'rle4' | 'rle8';
  /** Bits of red, green, blue and alpha in a pixel of 16 or 32 bits; 0: there are none. */
  readonly masks: readonly [red: number, green: number, blue: number, alpha: number];
  /** First byte of the palette, its colours, and bytes a colour: blue, green, red. */
  readonly palette: { readonly start: number; readonly colours: number; readonly step: number };
  /** First byte of the pixels. */
  readonly data: number;
}

const PACKINGS: Readonly<Record<number, BmpLayout['packing']>> = {
  0: 'none',
  1: 'rle8',
  2: 'rle4',
  3: 'none',
  6: 'none',
};

/** Depths that each compression allows: none, RLE8, RLE4, bit fields, bit fields with alpha. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 4, 8, 16, 24, 32],
  1: [8],
  2: [4],
  3: [16, 32],
  6: [16, 32],
};

/**
 * Reads a BMP's headers, of OS/2 1 and of Windows 3 to 5.
 *
 * @throws DataError if they are cut short, break a rule of the format, or name a compression that only printers use.
 * @see BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER and BITMAPV5HEADER of the Windows GDI.
 */
export function readBmpLayout(bytes: Uint8Array, path: string): BmpLayout {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) throw truncated(path);
  const headerBytes = view.getUint32(14, true);
  if (bytes.length < 14 + headerBytes) throw truncated(path);
  const data = view.getUint32(10, true);
  if (headerBytes === 12) return readCore(view, data, path);
  if (headerBytes >= 40) return readInfo(view, headerBytes, data, path);
  throw new DataError(path, `is a BMP with a header of ${headerBytes} bytes, which is not supported`);
}

function readCore(view: DataView, data: number, path: string): BmpLayout {
  const bits = view.getUint16(24, true);
  if (![1, 4, 8, 24].includes(bits)) throw badBits(path, bits, 0);
  return {
    width: view.getUint16(18, true),
    height: view.getUint16(20, true),
    topDown: false,
    bits,
    packing: 'none',
    masks: [0, 0, 0, 0],
    palette: { start: 26, colours: bits <= 8 ? Math.min(2 ** bits, fitting(26, data, 3)) : 0, step: 3 },
    data,
  };
}

function readInfo(view: DataView, headerBytes: number, data: number, path: string): BmpLayout {
  const signedHeight = view.getInt32(22, true);
  const bits = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  if (!DEPTHS[compression]?.includes(bits)) throw badBits(path, bits, compression);
  const topDown = signedHeight < 0;
  if (topDown && (compression === 1 || compression === 2)) throw badBits(path, bits, compression);
  const start = 14 + headerBytes + masksBehind(headerBytes, compression);
  const used = view.getUint32(46, true) || 2 ** bits;
  return {
    width: Math.max(0, view.getInt32(18, true)),
    height: Math.abs(signedHeight),
    topDown,
    bits,
    packing: PACKINGS[compression] as BmpLayout['packing'],
    masks: readMasks(view, headerBytes, compression, bits, path),
    palette: { start, colours: bits <= 8 ? Math.min(used, 2 ** bits, fitting(start, data, 4)) : 0, step: 4 },
    data,
  };
}

/** Colours that have room before the pixels. */
function fitting(start: number, data: number, step: number): number {
  return Math.max(0, Math.floor((data - start) / step));
}

/** Bytes of masks that stand behind a header which has no place for them. */
function masksBehind(headerBytes: number, compression: number): number {
  if (headerBytes >= 52) return 0;
  return compression === 3 ? 12 : compression === 6 ? 16 : 0;
}

function readMasks(
  view: DataView,
  headerBytes: number,
  compression: number,
  bits: number,
  path: string,
): BmpLayout['masks'] {
  if (compression !== 3 && compression !== 6) {
    return bits === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
  }
  const hasAlpha = headerBytes >= 56 || compression === 6;
  if (view.byteLength < 54 + (hasAlpha ? 16 : 12)) throw truncated(path);
  const mask = (i: number) => view.getUint32(54 + 4 * i, true);
  return [mask(0), mask(1), mask(2), hasAlpha ? mask(3) : 0];
}

function badBits(path: string, bits: number, compression: number): DataError {
  return new DataError(
    path,
    `is a BMP of ${bits} bits a pixel with compression ${compression}, which is not supported`,
  );
}

function truncated(path: string): DataError {
  return new DataError(path, 'is truncated: the BMP ends within its header');
}
