import { concatenate } from './concatenate.ts';

/** A chunk of a RIFF file: its name of four letters, and what it holds. */
export interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** Little-endian bytes of a whole number. */
export const bytesOf = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.floor(value / 2 ** (8 * i)) & 255);

/** A chunk as it is stored: its name, its length, and what it holds, padded to an even length. */
export function chunkBytes({ type, data }: Chunk): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(type);
  return concatenate([name, bytesOf(data.length, 4), data, new Uint8Array(data.length % 2)]);
}

/** A file of chunks. */
export const webpFile = (chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> =>
  chunkBytes({ type: 'RIFF', data: concatenate([new TextEncoder().encode('WEBP'), ...chunks.map(chunkBytes)]) });

/** The chunks of a file that `webpFile` or libwebp made. */
export function webpChunks(file: Uint8Array): Chunk[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 12; at < file.length; ) {
    const length = view.getUint32(at + 4, true);
    const type = String.fromCharCode(...file.subarray(at, at + 4));
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}
