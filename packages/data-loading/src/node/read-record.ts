import { realpath } from 'node:fs/promises';
import type { ImageRecord, Manifest } from '@animals/core';
import { readError } from './read-error.ts';
import { readFileInside } from './read-file-inside.ts';

/**
 * Reads a record's file from below its manifest's root.
 *
 * @throws DataError if it is gone, cannot be read, or its path leaves the root, as a manifest may come from a file.
 */
export async function readRecord({ path }: ImageRecord, { root }: Manifest): Promise<Uint8Array> {
  const realRoot = await realpath(root).catch((error) => {
    throw readError(root, error);
  });
  return readFileInside(realRoot, path);
}
