import { sha256 } from '../sha256.ts';
import { type CheckpointContent, HASH_BYTES, MAGIC, PREFIX_BYTES, VERSION } from './checkpoint-file.ts';

/**
 * Lays a checkpoint out: magic, header length, JSON header, the arrays' raw values (little-endian), SHA-256 of all that.
 *
 * The header is padded with spaces so that the values start at a multiple of four.
 */
export async function encodeCheckpoint({ progress, optimizer, arrays }: CheckpointContent): Promise<Uint8Array> {
  const listed = arrays.map(({ group, name, shape, values }) => ({ group, name, shape, dtype: dtypeOf(values) }));
  const json = JSON.stringify({ version: VERSION, optimizer, ...progress, arrays: listed }, spellNonFinite);
  const text = new TextEncoder().encode(json);
  const headerBytes = text.length + ((4 - ((PREFIX_BYTES + text.length) % 4)) % 4);
  const size = arrays.reduce((sum, { values }) => sum + values.byteLength, PREFIX_BYTES + headerBytes);
  const bytes = new Uint8Array(size + HASH_BYTES);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint32(MAGIC.length, headerBytes, true);
  bytes.fill(0x20, PREFIX_BYTES, PREFIX_BYTES + headerBytes).set(text, PREFIX_BYTES);
  let at = PREFIX_BYTES + headerBytes;
  for (const { values } of arrays) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  bytes.set(await sha256(bytes.subarray(0, size)), size);
  return bytes;
}

function dtypeOf(values: Float32Array | Int32Array): 'float32' | 'int32' {
  return values instanceof Int32Array ? 'int32' : 'float32';
}

/** JSON has no NaN and no infinities, which a diverged run's history does have. */
function spellNonFinite(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
}
