import { DataError } from '@animals/core';
import { sha256 } from '../sha256.ts';
import {
  type CheckpointContent,
  HASH_BYTES,
  MAGIC,
  PREFIX_BYTES,
  type StoredArray,
  VERSION,
} from './checkpoint-file.ts';
import type { TrainingProgress } from './training-progress.ts';

interface Header extends Omit<TrainingProgress, 'bestWeights'> {
  readonly version: number;
  readonly optimizer: string;
  readonly arrays: readonly (Omit<StoredArray, 'values'> & { readonly dtype: 'float32' | 'int32' })[];
}

/**
 * Reads a checkpoint's bytes back.
 *
 * @throws DataError if they are no checkpoint, of another version, cut short or changed.
 */
export async function decodeCheckpoint(bytes: Uint8Array, path: string): Promise<CheckpointContent> {
  // A copy, since a Buffer's bytes may start anywhere and float32 values must not.
  const own = new Uint8Array(bytes);
  const header = await checkedHeader(own, path);
  let at = PREFIX_BYTES + headerLength(own);
  const arrays = header.arrays.map(({ dtype, ...rest }) => {
    const length = rest.shape.reduce((a, b) => a * b, 1);
    const values =
      dtype === 'int32' ? new Int32Array(own.buffer, at, length) : new Float32Array(own.buffer, at, length);
    at += values.byteLength;
    return { ...rest, values };
  });
  const { epoch, settings, history, stopping, plateau, optimizer } = header;
  return { progress: { epoch, settings, history, stopping, ...(plateau && { plateau }) }, optimizer, arrays };
}

/** The header of bytes that are, as the hash says, what was written. */
async function checkedHeader(bytes: Uint8Array<ArrayBuffer>, path: string): Promise<Header> {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw new DataError(path, 'is not a training checkpoint');
  const end = bytes.length - HASH_BYTES;
  if (end < PREFIX_BYTES) throw new DataError(path, `is cut short (${bytes.length} bytes)`);
  const hash = await sha256(bytes.subarray(0, end));
  if (hash.some((byte, i) => bytes[end + i] !== byte)) {
    throw new DataError(path, 'is damaged: its content does not match its hash; delete it to start over');
  }
  const text = new TextDecoder().decode(bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + headerLength(bytes)));
  const header = JSON.parse(text, readNonFinite) as Header;
  if (header.version !== VERSION) {
    throw new DataError(
      path,
      `has version ${header.version}, and this program reads ${VERSION}; delete it to start over`,
    );
  }
  return header;
}

function headerLength(bytes: Uint8Array<ArrayBuffer>): number {
  return new DataView(bytes.buffer).getUint32(MAGIC.length, true);
}

function readNonFinite(_key: string, value: unknown): unknown {
  const spelt = (value as { number?: unknown } | null)?.number;
  return typeof spelt === 'string' ? Number(spelt) : value;
}
