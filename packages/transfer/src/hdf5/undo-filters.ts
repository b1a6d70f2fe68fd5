import { DataError } from '@animals/core';
import type { Cursor } from './cursor.ts';

/** What was done to a chunk before it was written. */
export type Filter = 'deflate' | 'shuffle' | 'checksum';

const KNOWN: Readonly<Record<number, Filter>> = { 1: 'deflate', 2: 'shuffle', 3: 'checksum' };

/** Reads a filter pipeline. @throws DataError for a filter that is not known. @see HDF5 File Format Specification 3.0, IV.A.2.l */
export function readFilters(cursor: Cursor): Filter[] {
  const version = cursor.u8();
  const count = cursor.u8();
  if (version === 1) cursor.skip(6);
  return Array.from({ length: count }, () => {
    const id = cursor.u16();
    const nameLength = version === 1 || id >= 256 ? cursor.u16() : 0;
    cursor.skip(2);
    const values = cursor.u16();
    cursor.skip((version === 1 ? Math.ceil(nameLength / 8) * 8 : nameLength) + 4 * values);
    if (version === 1 && values % 2 === 1) cursor.skip(4);
    const filter = KNOWN[id];
    if (filter) return filter;
    throw new DataError(cursor.file.path, `is compressed by HDF5 filter ${id}, which is not read here; gzip is`);
  });
}

export interface ChunkSize {
  /** Of the chunk as it was before any filter. */
  readonly bytes: number;
  /** Of a value. */
  readonly size: number;
  /** Names the file in errors. */
  readonly path: string;
}

/** Gives a chunk back as it was, never more than it should hold. */
export async function undoFilters(raw: Uint8Array, filters: readonly Filter[], chunk: ChunkSize): Promise<Uint8Array> {
  let bytes = raw;
  for (const filter of filters.toReversed()) {
    if (filter === 'deflate') bytes = await inflate(bytes, chunk);
    else if (filter === 'shuffle') bytes = unshuffle(bytes, chunk.size);
    else bytes = bytes.subarray(0, -4);
  }
  return bytes;
}

async function inflate(raw: Uint8Array, { bytes, path }: ChunkSize): Promise<Uint8Array> {
  const whole = new Uint8Array(bytes + 4);
  let at = 0;
  try {
    const stream = new Blob([raw as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate'));
    for await (const piece of chunksOf(stream)) {
      if (at + piece.length > whole.length) throw new Error('it is longer than it should be');
      whole.set(piece, at);
      at += piece.length;
    }
  } catch (cause) {
    throw new DataError(path, 'is a damaged HDF5 file: a chunk cannot be inflated', { cause });
  }
  return whole.subarray(0, at);
}

/** Not every browser's streams can be iterated. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

/** Undoes the sorting of first bytes, second bytes and so on; what is left over at the end was not sorted. */
function unshuffle(bytes: Uint8Array, size: number): Uint8Array {
  const count = Math.floor(bytes.length / size);
  const whole = Uint8Array.from(bytes);
  for (let byte = 0; byte < size; byte++) {
    for (let i = 0; i < count; i++) whole[i * size + byte] = bytes[byte * count + i] as number;
  }
  return whole;
}
