import { DataError } from '@animals/core';
import { type Cursor, damaged } from './cursor.ts';

/** Where a dataset's values are. */
export type Layout =
  | { readonly kind: 'inline'; readonly bytes: Uint8Array }
  /** In one piece; `address` is undefined if none was ever written. */
  | { readonly kind: 'contiguous'; readonly address: number | undefined }
  | { readonly kind: 'chunked'; readonly tree: number | undefined; readonly chunk: readonly number[] };

/**
 * Reads a dataset's layout.
 *
 * @throws DataError for the chunk indexes that only `libver='latest'` writes, and for virtual datasets.
 * @see HDF5 File Format Specification 3.0, IV.A.2.i
 */
export function readLayout(cursor: Cursor): Layout {
  const version = cursor.u8();
  if (version === 1 || version === 2) return readOldLayout(cursor);
  if (version !== 3 && version !== 4) throw damaged(cursor.file, 'has a dataset of an unknown layout');
  const kind = cursor.u8();
  if (kind === 0) return { kind: 'inline', bytes: cursor.take(cursor.u16()) };
  if (kind === 1) return { kind: 'contiguous', address: cursor.address() };
  if (kind !== 2 || version === 4) {
    throw new DataError(
      cursor.file.path,
      "has a dataset in HDF5's newest form, which is not read here; write it with h5py's default libver",
    );
  }
  const rank = cursor.u8();
  const tree = cursor.address();
  return { kind: 'chunked', tree, chunk: chunkOf(cursor, rank) };
}

function readOldLayout(cursor: Cursor): Layout {
  const rank = cursor.u8();
  const kind = cursor.u8();
  cursor.skip(5);
  const address = kind === 0 ? undefined : cursor.address();
  const chunk = chunkOf(cursor, rank);
  if (kind === 0) return { kind: 'inline', bytes: cursor.take(cursor.u32()) };
  return kind === 1 ? { kind: 'contiguous', address } : { kind: 'chunked', tree: address, chunk };
}

/** Sizes of a chunk; the last one, the bytes of a value, is left out. */
function chunkOf(cursor: Cursor, rank: number): number[] {
  return Array.from({ length: rank }, () => cursor.u32()).slice(0, -1);
}
