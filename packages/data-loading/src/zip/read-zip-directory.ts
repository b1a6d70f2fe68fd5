import { DataError } from '@animals/core';
import type { ByteSource } from './byte-source.ts';
import { decodeZipName } from './decode-zip-name.ts';
import type { ZipEntry } from './zip-entry.ts';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const MAX_COMMENT = 0xffff;
/** A directory of more is none of a data set. */
const MAX_DIRECTORY = 2 ** 26;

/** Where the central directory lies, and how many entries it promises. */
interface End {
  readonly count: number;
  readonly start: number;
  readonly length: number;
}

/**
 * Lists the entries of a zip archive from its central directory.
 *
 * @throws DataError if it is no zip archive, is truncated or inconsistent, holds more than `maxEntries`, or is of a kind that
 * is not read: split, or ZIP64 (above 4 GiB or 65,534 entries).
 */
export async function readZipDirectory(source: ByteSource, path: string, maxEntries: number): Promise<ZipEntry[]> {
  const { count, start, length } = await findEnd(source, path);
  if (count > maxEntries) throw new DataError(path, `holds ${count} entries, above the cap of ${maxEntries}`);
  const bytes = await source.read(start, start + length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    const end = entryEnd(view, at);
    if (end === undefined) throw new DataError(path, `is corrupt: entry ${entries.length} of its directory is broken`);
    entries.push(readEntry(view, bytes, at, path));
    at = end;
  }
  return entries;
}

/** The end record is the last thing but a comment, so it is looked for from behind. */
async function findEnd(source: ByteSource, path: string): Promise<End> {
  const from = Math.max(0, source.size - END_LENGTH - MAX_COMMENT);
  const bytes = await source.read(from, source.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = bytes.length - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) !== bytes.length) continue;
    return readEnd(view, at, from + at, path);
  }
  throw new DataError(path, 'is no zip archive, or is truncated: its end record is missing');
}

function readEnd(view: DataView, at: number, place: number, path: string): End {
  const count = view.getUint16(at + 10, true);
  const length = view.getUint32(at + 12, true);
  const start = view.getUint32(at + 16, true);
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) {
    throw new DataError(path, 'is a ZIP64 archive (above 4 GiB or 65,534 entries), which is not read');
  }
  if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) {
    throw new DataError(path, 'is one part of a split archive, which is not read');
  }
  if (start + length > place || length > MAX_DIRECTORY || length < count * CENTRAL_LENGTH) {
    throw new DataError(path, 'is corrupt: its end record does not fit its length');
  }
  return { count, start, length };
}

/** Where the entry at `at` ends, or undefined if there is none. */
function entryEnd(view: DataView, at: number): number | undefined {
  if (at + CENTRAL_LENGTH > view.byteLength || view.getUint32(at, true) !== CENTRAL) return undefined;
  const variable = [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  const end = at + CENTRAL_LENGTH + variable;
  return end <= view.byteLength ? end : undefined;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, archive: string): ZipEntry {
  const nameAt = at + CENTRAL_LENGTH;
  const path = decodeZipName(bytes.subarray(nameAt, nameAt + view.getUint16(at + 28, true)));
  const [compressedBytes, size, offset] = [20, 24, 42].map((field) => view.getUint32(at + field, true)) as [
    number,
    number,
    number,
  ];
  if ([compressedBytes, size, offset].includes(0xffffffff)) {
    throw new DataError(archive, `is a ZIP64 archive by its entry ${JSON.stringify(path)}, which is not read`);
  }
  return {
    path,
    kind: kindOf(view.getUint8(at + 5), view.getUint32(at + 38, true), path),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    crc32: view.getUint32(at + 16, true),
    compressedBytes,
    bytes: size,
    offset,
  };
}

/** Unix (3) and macOS (19) keep the file's mode in the upper half of the attributes. */
function kindOf(host: number, attributes: number, path: string): ZipEntry['kind'] {
  const type = host === 3 || host === 19 ? (attributes >>> 16) & 0xf000 : 0;
  if (type !== 0 && type !== 0x8000 && type !== 0x4000) return 'special';
  return path.endsWith('/') || type === 0x4000 ? 'folder' : 'file';
}
