import { DataError } from '@animals/core';

/** A RIFF chunk: its four-letter type, its data, and the whole of it with type, length and padding. */
export interface RiffChunk {
  readonly type: string;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

/**
 * Lists the chunks in some bytes of a WebP.
 *
 * @throws DataError if the bytes end before a chunk does.
 * @see WebP Container Specification, "RIFF File Format".
 */
export function riffChunks(bytes: Uint8Array, path: string): RiffChunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: RiffChunk[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length;
    if (end > bytes.length) throw new DataError(path, 'is truncated: the WebP ends within a chunk');
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const padded = Math.min(bytes.length, end + (length % 2));
    chunks.push({ type, data: bytes.subarray(at + 8, end), whole: bytes.subarray(at, padded) });
    at = padded;
  }
  return chunks;
}

/**
 * Lists a WebP's own chunks; bytes after the length that its RIFF header gives are ignored.
 *
 * @throws DataError if the file is shorter than its header says.
 */
export function webpChunks(bytes: Uint8Array, path: string): RiffChunk[] {
  if (bytes.length < 20) throw new DataError(path, 'is truncated: the WebP ends within its header');
  const end = 8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  if (end > bytes.length) throw new DataError(path, 'is truncated: the WebP is shorter than its header says');
  return riffChunks(bytes.subarray(12, Math.max(12, end)), path);
}

type Size = readonly [width: number, height: number];

/**
 * Reads the size from a chunk of pixels, lossy (`VP8 `) or lossless (`VP8L`), or of the canvas (`VP8X`).
 *
 * @throws DataError if the chunk is too short, or does not start as its kind must.
 */
export function webpSize({ type, data }: RiffChunk, path: string): Size {
  const corrupt = new DataError(path, 'is corrupt: its WebP size cannot be read');
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < (type === 'VP8L' ? 5 : 10)) throw corrupt;
  if (type === 'VP8X') return [1 + uint24(view, 4), 1 + uint24(view, 7)];
  if (type === 'VP8L') {
    if (data[0] !== 0x2f) throw corrupt;
    const bits = view.getUint32(1, true);
    return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
  }
  if (uint24(view, 3) !== 0x2a019d) throw corrupt;
  return [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
}

/** Three bytes, the lowest first. */
export function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
