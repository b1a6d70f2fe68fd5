import { DataError } from '@animals/core';

/** The numbers behind each tag of a TIFF's first directory. */
export interface TiffTags {
  readonly littleEndian: boolean;
  /** The tag's numbers; undefined when the file does not have it. */
  get(tag: number): readonly number[] | undefined;
}

/** Bytes a value, by type: BYTE, SHORT and LONG; values of other types are not read. */
const SIZES: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4 };

/**
 * Reads the first directory of a TIFF.
 *
 * @throws DataError if the directory or the numbers of a tag lie outside the file.
 * @see TIFF 6.0, section 2.
 */
export function readTiffTags(bytes: Uint8Array, path: string): TiffTags {
  if (bytes.length < 8) throw truncated(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = bytes[0] === 0x49;
  const directory = view.getUint32(4, littleEndian);
  if (directory + 2 > bytes.length) throw truncated(path);
  const count = view.getUint16(directory, littleEndian);
  if (directory + 2 + 12 * count > bytes.length) throw truncated(path);
  const entries = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i;
    const tag = view.getUint16(entry, littleEndian);
    if (!entries.has(tag)) entries.set(tag, entry);
  }
  return {
    littleEndian,
    get(tag) {
      const entry = entries.get(tag);
      return entry === undefined ? undefined : readNumbers(view, entry, littleEndian, path);
    },
  };
}

function readNumbers(
  view: DataView,
  entry: number,
  littleEndian: boolean,
  path: string,
): readonly number[] | undefined {
  const size = SIZES[view.getUint16(entry + 2, littleEndian)];
  const count = view.getUint32(entry + 4, littleEndian);
  if (size === undefined) return undefined;
  const start = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, littleEndian);
  if (start + size * count > view.byteLength) throw truncated(path);
  return Array.from({ length: count }, (_, i) => {
    const at = start + size * i;
    if (size === 1) return view.getUint8(at);
    return size === 2 ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian);
  });
}

function truncated(path: string): DataError {
  return new DataError(path, 'is truncated: the TIFF ends before its directory does');
}
