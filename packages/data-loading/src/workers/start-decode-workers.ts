import { DataError, type ImageRecord, type Manifest } from '@animals/core';
import { createProcessPool } from '@animals/run';
import type { ChunkWorkers } from '../load/create-load-images.ts';
import type { DecodedChunk } from '../load/decode-chunk.ts';
import type { LoadOptions, ReadRecord } from '../load/load-options.ts';
import type { Recipe } from '../load/recipe.ts';
import type { DecodeJob } from './worker-jobs.ts';

/** Starts processes that decode chunks; with a `read` of the caller's own, it reads here and hands the bytes over. */
export function startDecodeWorkers(manifest: Manifest, options: LoadOptions, recipe: Recipe): ChunkWorkers {
  const { workers = 1, concurrency = 4, read, signal } = options;
  const pool = createProcessPool({ jobs: jobsUrl(), workers });
  return {
    decode: async (records) => {
      const files = read ? await readAll(records, manifest, read) : null;
      const input: DecodeJob = { root: manifest.root, records, files, recipe, concurrency };
      return pool.submit<DecodeJob, DecodedChunk>({ name: 'decode', input }, { signal });
    },
    close: () => pool.close(),
  };
}

async function readAll(records: readonly ImageRecord[], manifest: Manifest, read: ReadRecord) {
  return Promise.all(
    records.map((record) =>
      read(record, manifest).catch((error) => {
        if (!DataError.isInstance(error)) throw error;
        return { reason: error.reason };
      }),
    ),
  );
}

/** Beside this module, in the form in which it runs: source, ES module or CommonJS. */
function jobsUrl(): URL {
  const extension = /\.[cm]?[jt]s$/.exec(new URL(import.meta.url).pathname)?.[0] ?? '.js';
  return new URL(`./worker-jobs${extension}`, import.meta.url);
}
