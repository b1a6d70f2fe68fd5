import { DataError } from '@animals/core';

/** Where a GIF's first picture is, and how to show it. */
export interface GifLayout {
  /** Of the screen, which the first picture may fill in part only. */
  readonly width: number;
  readonly height: number;
  readonly frame: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
    readonly interlaced: boolean;
  };
  /** Three bytes a colour. */
  readonly palette: Uint8Array;
  /** Of the screen where the picture is not; black when the file has no palette for all pictures. */
  readonly background: readonly [number, number, number];
  /** The index that is not drawn, or -1. */
  readonly transparent: number;
  /** Bits of the smallest code. */
  readonly codeBits: number;
  /** The codes, in the parts that they are stored in. */
  readonly data: readonly Uint8Array[];
}

/**
 * Reads a GIF up to the end of its first picture.
 *
 * @throws DataError if the file ends before, or breaks a rule of the format.
 * @see GIF89a Specification, CompuServe 1990.
 */
export function readGifLayout(bytes: Uint8Array, path: string): GifLayout {
  if (bytes.length < 13) throw truncated(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const shared = readPalette(bytes, 13, bytes[10] as number, path);
  let at = 13 + (shared?.length ?? 0);
  let transparent = -1;
  for (;;) {
    const kind = bytes[at];
    if (kind === 0x2c)
      return readFrame(view, at, { ...screen, shared, transparent, backgroundIndex: bytes[11] as number }, path);
    if (kind === 0x3b) throw new DataError(path, 'is a GIF without a picture in it');
    if (kind === undefined) throw truncated(path);
    if (kind !== 0x21) throw new DataError(path, `is corrupt: no GIF block at byte ${at}`);
    const { parts, end } = readParts(bytes, at + 2, path);
    if (bytes[at + 1] === 0xf9) transparent = transparentIndex(parts[0]);
    at = end;
  }
}

interface Shared {
  readonly width: number;
  readonly height: number;
  readonly shared: Uint8Array | undefined;
  readonly transparent: number;
  readonly backgroundIndex: number;
}

function readFrame(
  view: DataView,
  at: number,
  { shared, backgroundIndex, ...screen }: Shared,
  path: string,
): GifLayout {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  if (at + 10 > bytes.length) throw truncated(path);
  const [left, top, width, height] = [1, 3, 5, 7].map((i) => view.getUint16(at + i, true)) as [
    number,
    number,
    number,
    number,
  ];
  const flags = bytes[at + 9] as number;
  const own = readPalette(bytes, at + 10, flags, path);
  const start = at + 10 + (own?.length ?? 0);
  const palette = own ?? shared;
  const codeBits = bytes[start];
  if (codeBits === undefined) throw truncated(path);
  if (!palette) throw new DataError(path, 'is corrupt: a GIF without a palette');
  if (codeBits < 2 || codeBits > 8) throw new DataError(path, `is corrupt: GIF codes of ${codeBits} bits, of 2 to 8`);
  const isInside = width > 0 && height > 0 && left + width <= screen.width && top + height <= screen.height;
  if (!isInside) throw new DataError(path, 'is corrupt: its picture is empty, or outside the GIF screen');
  const { parts: data } = readParts(bytes, start + 1, path);
  const background = shared ? colourAt(shared, backgroundIndex) : ([0, 0, 0] as const);
  const frame = { left, top, width, height, interlaced: (flags & 0x40) !== 0 };
  return { ...screen, frame, palette, background, codeBits, data };
}

function colourAt(palette: Uint8Array, index: number): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = palette.subarray(3 * index, 3 * index + 3);
  return [red, green, blue];
}

function readPalette(bytes: Uint8Array, start: number, flags: number, path: string): Uint8Array | undefined {
  if ((flags & 0x80) === 0) return undefined;
  const end = start + 3 * 2 ** ((flags & 7) + 1);
  if (end > bytes.length) throw truncated(path);
  return bytes.subarray(start, end);
}

/** Sub-blocks: a length and so many bytes, until a length of 0. */
function readParts(bytes: Uint8Array, start: number, path: string): { parts: Uint8Array[]; end: number } {
  const parts: Uint8Array[] = [];
  for (let at = start; ; ) {
    const length = bytes[at];
    if (length === undefined || at + 1 + length > bytes.length) throw truncated(path);
    if (length === 0) return { parts, end: at + 1 };
    parts.push(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
}

function transparentIndex(control: Uint8Array | undefined): number {
  return control && control.length >= 4 && ((control[0] as number) & 1) === 1 ? (control[3] as number) : -1;
}

function truncated(path: string): DataError {
  return new DataError(path, 'is truncated: the GIF ends before the end of its first picture');
}
