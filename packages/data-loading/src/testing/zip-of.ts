import { deflateRawSync } from 'node:zlib';
import { concatenate } from '../concatenate.ts';
import { crc32 } from '../zip/crc32.ts';

/** An entry to write; what is given beside the content is written as given, be it true or not. */
export interface EntryToWrite {
  readonly path: string | Uint8Array;
  readonly content?: Uint8Array | string;
  readonly store?: boolean;
  readonly bytes?: number;
  readonly compressedBytes?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode; 0 leaves the host at MS-DOS. */
  readonly mode?: number;
  readonly offset?: number;
}

/** Writes a zip archive. */
export function zipOf(entries: readonly EntryToWrite[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = write(entry, offset);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, entries.length, true);
    view.setUint16(10, entries.length, true);
    view.setUint32(12, length, true);
    view.setUint32(16, offset, true);
  });
  return concatenate([...parts, ...directory, end]);
}

function write(entry: EntryToWrite, place: number): { local: Uint8Array; central: Uint8Array } {
  const { content = '', store = false, flags = 0, mode = 0, offset = place } = entry;
  const name = typeof entry.path === 'string' ? new TextEncoder().encode(entry.path) : entry.path;
  const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const data = store ? plain : new Uint8Array(deflateRawSync(plain));
  const { bytes = plain.length, compressedBytes = data.length, crc = crc32(plain), method = store ? 0 : 8 } = entry;
  const common = (view: DataView, at: number) => {
    view.setUint16(at, flags, true);
    view.setUint16(at + 2, method, true);
    view.setUint32(at + 8, crc, true);
    view.setUint32(at + 12, compressedBytes, true);
    view.setUint32(at + 16, bytes, true);
    view.setUint16(at + 20, name.length, true);
  };
  const local = record(30, (view) => {
    view.setUint32(0, 0x04034b50, true);
    common(view, 6);
  });
  const central = record(46, (view) => {
    view.setUint32(0, 0x02014b50, true);
    view.setUint8(5, mode === 0 ? 0 : 3);
    common(view, 8);
    view.setUint32(38, mode * 0x10000, true);
    view.setUint32(42, offset, true);
  });
  return { local: concatenate([local, name, data]), central: concatenate([central, name]) };
}

function record(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}
