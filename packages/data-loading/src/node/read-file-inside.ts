import { readFile, stat } from 'node:fs/promises';
import { DataError } from '@animals/core';
import { insideRoot } from './inside-root.ts';
import { readError } from './read-error.ts';

/** No sound picture of a sane number of pixels is larger. */
const MAX_BYTES = 2 ** 29;

/**
 * Reads one file below the root.
 *
 * @throws DataError if it leaves the root, is not a plain file, is too large or cannot be read.
 */
export async function readFileInside(realRoot: string, path: string): Promise<Uint8Array> {
  const place = await insideRoot(realRoot, path);
  try {
    // Before opening, as that would wait for the other end of a pipe.
    const found = await stat(place);
    if (!found.isFile()) throw new DataError(path, 'is not a plain file');
    if (found.size > MAX_BYTES)
      throw new DataError(path, `is ${found.size} bytes large, above the cap of ${MAX_BYTES}`);
    return await readFile(place);
  } catch (error) {
    throw readError(path, error);
  }
}
