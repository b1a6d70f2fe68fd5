import { createHash } from 'node:crypto';
import { mkdir, open, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ArgumentError, canonicalJson, type ImageRecord } from '@animals/core';
import { removeLeftovers, writeFileAtomic } from '@animals/run';
import type { ChunkCache } from '../load/create-load-images.ts';
import type { DecodedChunk } from '../load/decode-chunk.ts';
import type { LoadOptions } from '../load/load-options.ts';
import { pictureLength, type Recipe } from '../load/recipe.ts';
import { readError } from '../node/read-error.ts';
import { DECODER_VERSION } from './decoder-version.ts';
import { decodeEntry, encodeEntry, MAX_HEADER } from './entry-format.ts';
import { ENTRY_SUFFIX, pruneCache } from './prune-cache.ts';

/**
 * Opens a folder of decoded chunks, each a file named after the hash of its recipe and its pictures' hashes.
 *
 * An entry appears in one step, is hashed when it is read, and is made anew if it is damaged. A cache that cannot be written is
 * told to `onWarning` once, and then only read.
 * @throws ArgumentError if the folder or its size breaks a rule; DataError if the folder cannot be made.
 */
export async function openChunkCache(options: LoadOptions, recipe: Recipe): Promise<ChunkCache> {
  const { folder, maxBytes } = checkCache(options.cache);
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw readError(folder, error);
  });
  await removeLeftovers(folder);
  const fileOf = (records: readonly ImageRecord[]) => join(folder, `${keyOf(records, recipe)}${ENTRY_SUFFIX}`);
  const used = new Set<string>();
  let writable = true;
  return {
    get: async (records) => {
      const file = fileOf(records);
      used.add(file);
      return readEntry(file, records.length, pictureLength(recipe));
    },
    put: async (records, chunk) => {
      // A file that could not be read may be there the next time.
      if (!writable || chunk.failures.some(({ lasting }) => !lasting)) return;
      try {
        await writeFileAtomic(fileOf(records), encodeEntry(chunk));
      } catch (error) {
        writable = false;
        (options.onWarning ?? console.warn)(`pictures are not cached: ${(error as Error).message}`);
      }
    },
    close: () => pruneCache(folder, maxBytes, used),
  };
}

function checkCache(cache: LoadOptions['cache']): { folder: string; maxBytes: number } {
  const { folder, maxBytes = 2 ** 33 } = typeof cache === 'string' ? { folder: cache } : (cache ?? { folder: '' });
  if (typeof folder !== 'string' || folder === '')
    throw new ArgumentError('cache', 'cache must name a folder, got none');
  if (!(maxBytes >= 0)) throw new ArgumentError('cache', `cache.maxBytes must be at least 0, got ${maxBytes}`);
  return { folder: resolve(folder), maxBytes };
}

function keyOf(records: readonly ImageRecord[], recipe: Recipe): string {
  const content = { decoder: DECODER_VERSION, recipe, pictures: records.map(({ sha256 }) => sha256) };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** No more is read than a sound entry holds. */
async function readEntry(file: string, count: number, length: number): Promise<DecodedChunk | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    if (size > MAX_HEADER + count * length) return undefined;
    const chunk = decodeEntry(await handle.readFile(), count, length);
    const now = new Date();
    if (chunk) await utimes(file, now, now).catch(() => undefined);
    return chunk;
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}
