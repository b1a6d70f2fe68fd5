import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { ArgumentError, DataError } from '@animals/core';
import { explainIoError, systemCode } from '../files/explain-io-error.ts';
import { removeLeftovers } from '../files/remove-leftovers.ts';
import { sha256 } from '../files/sha256.ts';
import { writeFileAtomic } from '../files/write-file-atomic.ts';
import type { BlobStore } from './blob-store.ts';

/** Blobs in a folder. Several processes may use one folder at a time. */
export interface Blobs extends BlobStore {
  readonly folder: string;
  /**
   * Reads the bytes of a hash, checked against it.
   *
   * @throws DataError if they are not there, or have changed; the latter are moved aside to `<hash>.corrupt`, so that
   *   the next `put` makes them anew.
   */
  get(hash: string): Promise<Uint8Array>;
  /** Where the bytes of a hash are, or would be. */
  path(hash: string): string;
}

/**
 * Opens a folder of blobs, made if it is not there, and removes what killed writers left unfinished in it.
 *
 * @throws DataError if the folder cannot be made.
 */
export async function openBlobs(folder: string): Promise<Blobs> {
  if (typeof folder !== 'string' || folder === '') {
    throw new ArgumentError('folder', `folder must be a path, got ${JSON.stringify(folder)}`);
  }
  try {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder);
  } catch (error) {
    throw explainIoError(folder, error);
  }
  return {
    folder,
    put: (bytes) => put(folder, bytes),
    get: async (hash) => get(locate(folder, hash), hash),
    has: async (hash) => (await sizeOf(locate(folder, hash))) !== undefined,
    path: (hash) => locate(folder, hash),
  };
}

function locate(folder: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) {
    throw new ArgumentError('hash', `hash must be 64 lower-case hex digits, got ${JSON.stringify(hash)}`);
  }
  return path.join(folder, hash);
}

async function put(folder: string, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const file = locate(folder, hash);
  if ((await sizeOf(file)) !== bytes.length) await writeFileAtomic(file, bytes);
  return hash;
}

async function get(file: string, hash: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw explainIoError(file, error);
  });
  if (sha256(bytes) === hash) return bytes;
  await rename(file, `${file}.corrupt`).catch(() => undefined);
  throw new DataError(file, 'its bytes do not match its hash; it was moved to *.corrupt, make it again');
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw explainIoError(file, error);
  }
}
