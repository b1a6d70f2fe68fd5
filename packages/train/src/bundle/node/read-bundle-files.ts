import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '@animals/core';
import { HASH_BYTES, PREFIX_BYTES } from '../bundle-file.ts';
import { type BundleParts, MAX_HEADER_BYTES, MAX_WEIGHT_BYTES } from '../bundle-header.ts';
import { decodeBundle } from '../decode-bundle.ts';
import { HEADER_FILE, parseHeaderFile, weightsFile } from '../folder-files.ts';

const MOST = Math.min(PREFIX_BYTES + MAX_HEADER_BYTES + MAX_WEIGHT_BYTES + HASH_BYTES, 2 ** 31 - 1);

interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Reads a bundle from its folder, its `bundle.json` or its one file. @throws DataError if it cannot. */
export async function readBundleFiles(place: string, { signal }: ReadOptions): Promise<BundleParts> {
  const found = await stat(place).catch((error: unknown) => {
    throw fileError(place, error);
  });
  const headerFile = found.isDirectory() ? path.join(place, HEADER_FILE) : place;
  if (!found.isDirectory() && path.basename(place) !== HEADER_FILE) {
    return decodeBundle(await readBounded(place, MOST, { signal }), place);
  }
  const header = await parseHeaderFile(await readBounded(headerFile, MAX_HEADER_BYTES, { signal }), headerFile);
  const beside = path.join(path.dirname(headerFile), weightsFile(header));
  return { header, weights: new Uint8Array(await readBounded(beside, header.weights.bytes, { signal })) };
}

/** Reads a plain file of at most `limit` bytes. */
async function readBounded(file: string, limit: number, { signal }: ReadOptions): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new DataError(file, 'is not a plain file');
    if (found.size > limit) throw new DataError(file, `is ${found.size} bytes large, above its limit of ${limit}`);
    return await readFile(file, signal ? { signal } : {});
  } catch (error) {
    throw signal?.aborted ? signal.reason : fileError(file, error);
  }
}

function fileError(file: string, error: unknown): DataError {
  if (DataError.isInstance(error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${code ?? message}`;
  return new DataError(file, reason, { cause: error });
}
