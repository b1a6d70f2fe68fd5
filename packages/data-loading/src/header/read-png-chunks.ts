import { DataError } from '@animals/core';

/** A PNG chunk: its four-letter type, its data, and the whole of it with length and checksum. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

/**
 * Yields a PNG's chunks from IHDR to IEND; bytes after IEND are ignored, checksums are left to the decoder.
 *
 * @throws DataError if the file ends before IEND.
 */
export function* readPngChunks(bytes: Uint8Array, path: string): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  for (;;) {
    if (at + 12 > bytes.length) throw truncated(path);
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw truncated(path);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    yield { type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) };
    if (type === 'IEND') return;
    at = end;
  }
}

function truncated(path: string): DataError {
  return new DataError(path, 'is truncated: the PNG ends before its IEND chunk');
}
