import { ArgumentError, type ImageRecord, type Manifest, type SkippedFile } from '@animals/core';
import type { DecodeImage } from '../decode/create-image-decoder.ts';
import { pooled } from '../pooled.ts';
import { throwBadFiles } from '../scan/bad-files.ts';
import { checkLoadOptions } from './check-load-options.ts';
import { chunkRecords, type RecordChunk } from './chunk-records.ts';
import { type DecodedChunk, decodeChunk } from './decode-chunk.ts';
import type { LoadImages, LoadOptions, ReadRecord } from './load-options.ts';
import { packImages } from './pack-images.ts';
import { pictureLength, type Recipe, recipeOf } from './recipe.ts';

/** Keeps decoded chunks from one call to the next. */
export interface ChunkCache {
  /** Gives a chunk that is there and sound. */
  get(records: readonly ImageRecord[]): Promise<DecodedChunk | undefined>;
  put(records: readonly ImageRecord[], chunk: DecodedChunk): Promise<void>;
  /** Keeps within its size; to be called when all is done. */
  close(): Promise<void>;
}

/** Decodes chunks somewhere else than in the calling thread. */
export interface ChunkWorkers {
  decode(records: readonly ImageRecord[]): Promise<DecodedChunk>;
  close(): Promise<void>;
}

/** What a platform has. */
export interface LoadPlatform {
  readonly decode: DecodeImage;
  /** Its way to read a record's file. */
  readonly read?: ReadRecord;
  readonly openCache?: (options: LoadOptions, recipe: Recipe) => Promise<ChunkCache>;
  readonly startWorkers?: (manifest: Manifest, options: LoadOptions, recipe: Recipe) => ChunkWorkers;
}

/** Makes a `loadImages` of what a platform has. */
export function createLoadImages(platform: LoadPlatform): LoadImages {
  return async (manifest, options) => {
    const { read = platform.read, onBadFile = 'throw', workers = 0 } = options;
    if (!read)
      throw new ArgumentError('read', 'read must be a function that gives the bytes of a record, got undefined');
    checkLoadOptions(options);
    const recipe = recipeOf(options);
    const cache =
      options.cache === undefined ? undefined : await required(platform.openCache, 'cache')(options, recipe);
    const pool = workers > 0 ? required(platform.startWorkers, 'workers')(manifest, options, recipe) : undefined;
    const report = createReport(manifest, options);
    const here = (records: readonly ImageRecord[]) => {
      const { concurrency = 4, signal } = options;
      const readOne = (record: ImageRecord) => read(record, manifest);
      return decodeChunk(records, {
        decode: platform.decode,
        recipe,
        read: readOne,
        concurrency,
        signal,
        onDone: report,
      });
    };
    const there =
      pool && (async (records: readonly ImageRecord[]) => tell(await pool.decode(records), records, report));
    try {
      const { pixels, skipped } = await loadAll(manifest, recipe, options, { decode: there ?? here, cache, report });
      const files = [...skipped].sort(([a], [b]) => a - b).map(([, file]) => file);
      if (onBadFile === 'throw') throwBadFiles(files);
      const allowEmpty = onBadFile === 'collect';
      return { ...packImages(manifest, pixels, { recipe, skipped, allowEmpty }), skipped: files };
    } finally {
      await pool?.close();
      await cache?.close();
    }
  };
}

function required<T>(part: T | undefined, parameter: string): T {
  if (part !== undefined) return part;
  throw new ArgumentError(parameter, `${parameter} must be left out where there are no files and processes`);
}

type Report = (record: ImageRecord) => void;

interface Machinery {
  readonly decode: (records: readonly ImageRecord[]) => Promise<DecodedChunk>;
  readonly cache: ChunkCache | undefined;
  readonly report: Report;
}

/** Fills the whole set chunk by chunk; a few are under way at a time, each at its own place in the result. */
async function loadAll(
  manifest: Manifest,
  recipe: Recipe,
  { workers = 0, signal }: LoadOptions,
  { decode, cache, report }: Machinery,
): Promise<{ pixels: Uint8Array; skipped: ReadonlyMap<number, SkippedFile> }> {
  const length = pictureLength(recipe);
  const pixels = new Uint8Array(manifest.records.length * length);
  const skipped = new Map<number, SkippedFile>();
  const load = async ({ start, records }: RecordChunk) => {
    const cached = await cache?.get(records);
    const chunk = cached ? tell(cached, records, report) : await decode(records);
    if (!cached) await cache?.put(records, chunk);
    pixels.set(chunk.pixels, start * length);
    for (const { at, reason } of chunk.failures) skipped.set(start + at, { path: records[at]?.path ?? '', reason });
  };
  // One more than works, so that reading and writing the cache goes on beside.
  await pooled(chunkRecords(manifest.records, length), load, { concurrency: workers > 0 ? workers + 1 : 1, signal });
  return { pixels, skipped };
}

/** Reports a chunk that came as a whole. */
function tell(chunk: DecodedChunk, records: readonly ImageRecord[], report: Report): DecodedChunk {
  for (const record of records) report(record);
  return chunk;
}

function createReport({ records }: Manifest, { onProgress }: LoadOptions): Report {
  let done = 0;
  return ({ path }) => onProgress?.({ done: ++done, total: records.length, label: path });
}
