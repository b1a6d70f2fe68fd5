import { DataError, type ImageRecord, type Manifest } from '@animals/core';
import type { Jobs } from '@animals/run';
import { type DecodedChunk, decodeChunk } from '../load/decode-chunk.ts';
import type { Recipe } from '../load/recipe.ts';
import { decodeImage } from '../node/decode-image.ts';
import { readRecord } from '../node/read-record.ts';

/** What a worker is told of a chunk. */
export interface DecodeJob {
  readonly root: string;
  readonly records: readonly ImageRecord[];
  /** The pictures' files, or why they cannot be had, where the worker cannot read them itself. */
  readonly files: readonly (Uint8Array | { readonly reason: string })[] | null;
  readonly recipe: Recipe;
  readonly concurrency: number;
}

/** All that a decoding worker may run. */
export const jobs = {
  decode: async ({ root, records, files, recipe, concurrency }: DecodeJob, { signal }): Promise<DecodedChunk> => {
    const manifest = { root } as Manifest;
    const read = async (record: ImageRecord, at: number) => {
      const file = files?.[at];
      if (file === undefined) return readRecord(record, manifest);
      if (file instanceof Uint8Array) return file;
      throw new DataError(record.path, file.reason);
    };
    return decodeChunk(records, { decode: decodeImage, recipe, read, concurrency, signal });
  },
} satisfies Jobs;
