import { DataError } from '@animals/core';
import { sha256 } from '../sha256.ts';
import { HASH_BYTES, MAGIC, PREFIX_BYTES } from './bundle-file.ts';
import { type BundleParts, MAX_HEADER_BYTES } from './bundle-header.ts';
import { checkHeader } from './check-header.ts';
import { parseJson } from './parse-json.ts';

/**
 * Takes a bundle's one file apart.
 *
 * @throws DataError if the bytes are no bundle, of another version, cut short, changed, or beyond the bounds.
 */
export async function decodeBundle(given: Uint8Array, path: string): Promise<BundleParts> {
  // A copy, since bytes may start anywhere in their buffer and float32 values must not.
  const bytes = new Uint8Array(given);
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw new DataError(path, 'is not a model bundle');
  const end = bytes.length - HASH_BYTES;
  if (end < PREFIX_BYTES) throw new DataError(path, `is cut short (${bytes.length} bytes)`);
  const headerBytes = new DataView(bytes.buffer).getUint32(MAGIC.length, true);
  if (headerBytes > MAX_HEADER_BYTES || headerBytes > end - PREFIX_BYTES || (PREFIX_BYTES + headerBytes) % 4 !== 0) {
    throw new DataError(path, `is cut short or damaged: its header would take ${headerBytes} bytes`);
  }
  const hash = await sha256(bytes.subarray(0, end));
  if (hash.some((byte, i) => bytes[end + i] !== byte)) {
    throw new DataError(path, 'is cut short or damaged: its content does not match its hash');
  }
  const header = checkHeader(parseJson(bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + headerBytes), path), path);
  return { header, weights: bytes.subarray(PREFIX_BYTES + headerBytes, end) };
}
