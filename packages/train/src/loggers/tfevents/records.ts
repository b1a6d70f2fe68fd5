import { maskedCrc32c } from './crc32c.ts';

/** Bytes before a record's data: its length, and the length's checksum. */
const HEAD = 12;
/** Bytes after it: its checksum. */
const TAIL = 4;

/** Frames data as a TFRecord: length (uint64), its checksum, data, its checksum; little-endian. */
export function encodeRecord(data: Uint8Array): Uint8Array {
  const record = new Uint8Array(HEAD + data.length + TAIL);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc32c(record.subarray(0, 8)), true);
  record.set(data, HEAD);
  view.setUint32(HEAD + data.length, maskedCrc32c(data), true);
  return record;
}

/** A record of a file: its data, and all its bytes. */
export interface FileRecord {
  readonly data: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Lists a file's records up to its end, or to the first that is cut short or damaged, as a kill leaves one. */
export function* decodeRecords(file: Uint8Array): Generator<FileRecord> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at + HEAD + TAIL <= file.length; ) {
    const length = Number(view.getBigUint64(at, true));
    const end = at + HEAD + length + TAIL;
    if (view.getUint32(at + 8, true) !== maskedCrc32c(file.subarray(at, at + 8)) || end > file.length) return;
    const data = file.subarray(at + HEAD, end - TAIL);
    if (view.getUint32(end - TAIL, true) !== maskedCrc32c(data)) return;
    yield { data, bytes: file.subarray(at, end) };
    at = end;
  }
}
