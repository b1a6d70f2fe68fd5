import { DataError } from '@animals/core';
import { chunksOf } from '../chunks-of.ts';
import type { ByteSource } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './zip-entry.ts';

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const PIECE = 2 ** 18;

/**
 * Gives the inflated bytes of one entry, a piece at a time, never more than its directory promises.
 *
 * @throws DataError if the entry is truncated or damaged; by its length or checksum only after the last piece.
 */
export async function* readZipEntry(source: ByteSource, entry: ZipEntry, archive: string): AsyncGenerator<Uint8Array> {
  const fail = (reason: string, cause?: unknown) =>
    new DataError(archive, `its entry ${JSON.stringify(entry.path)} ${reason}`, { cause });
  const start = await dataStart(source, entry);
  if (start === undefined) throw fail('is corrupt: its local header is broken');
  let length = 0;
  let crc = 0;
  try {
    for await (const piece of chunksOf(inflated(source, start, entry))) {
      length += piece.length;
      if (length > entry.bytes) break;
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    throw fail('is corrupt: it cannot be inflated', error);
  }
  if (length !== entry.bytes) throw fail(`is corrupt: it is not ${entry.bytes} bytes long as its directory says`);
  if (crc !== entry.crc32) throw fail('is corrupt: its checksum is another');
}

/** The local header repeats the name, and has an extra field of its own length. */
async function dataStart(source: ByteSource, { offset, compressedBytes }: ZipEntry): Promise<number | undefined> {
  const bytes = await source.read(offset, offset + LOCAL_LENGTH);
  if (bytes.length < LOCAL_LENGTH) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== LOCAL) return undefined;
  const start = offset + LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
  return start + compressedBytes <= source.size ? start : undefined;
}

function inflated(
  source: ByteSource,
  start: number,
  { method, compressedBytes }: ZipEntry,
): ReadableStream<Uint8Array> {
  const end = start + compressedBytes;
  let at = start;
  const raw = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (at >= end) return controller.close();
      const piece = await source.read(at, Math.min(at + PIECE, end));
      if (piece.length === 0) throw new Error('the archive has become shorter');
      at += piece.length;
      controller.enqueue(piece);
    },
  });
  return method === 0 ? raw : raw.pipeThrough(new DecompressionStream('deflate-raw'));
}
