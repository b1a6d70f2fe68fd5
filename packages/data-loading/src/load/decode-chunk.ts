import { DataError, type ImageRecord } from '@animals/core';
import type { DecodeImage } from '../decode/create-image-decoder.ts';
import { pooled } from '../pooled.ts';
import { sha256 } from '../scan/sha256.ts';
import { pictureLength, type Recipe } from './recipe.ts';

/** Why a picture of a chunk could not be had. */
export interface ChunkFailure {
  /** Position in the chunk. */
  readonly at: number;
  readonly reason: string;
  /** Whether its bytes are to blame, so that it will fail again wherever they lie. */
  readonly lasting: boolean;
}

/** Pictures of one size, one after another; those that failed are zeros. */
export interface DecodedChunk {
  readonly pixels: Uint8Array;
  readonly failures: readonly ChunkFailure[];
}

/** What a chunk is decoded with. */
export interface ChunkContext {
  readonly decode: DecodeImage;
  readonly recipe: Recipe;
  /** @throws DataError if the bytes cannot be had */
  readonly read: (record: ImageRecord, at: number) => Promise<Uint8Array>;
  readonly concurrency: number;
  readonly signal?: AbortSignal | undefined;
  readonly onDone?: (record: ImageRecord) => void;
}

/** Reads, checks, decodes and resizes some records' pictures, in their order whatever the concurrency. */
export async function decodeChunk(records: readonly ImageRecord[], context: ChunkContext): Promise<DecodedChunk> {
  const { recipe, concurrency, signal, onDone } = context;
  const length = pictureLength(recipe);
  const pixels = new Uint8Array(records.length * length);
  const outcomes = await pooled(
    records,
    async (record, at): Promise<ChunkFailure | undefined> => {
      const failure = await decodeInto(pixels.subarray(at * length, (at + 1) * length), record, at, context);
      onDone?.(record);
      return failure;
    },
    { concurrency, signal },
  );
  return { pixels, failures: outcomes.filter((outcome) => outcome !== undefined) };
}

async function decodeInto(
  place: Uint8Array,
  record: ImageRecord,
  at: number,
  { read, decode, recipe }: ChunkContext,
): Promise<ChunkFailure | undefined> {
  let lasting = false;
  try {
    const bytes = await read(record, at);
    if ((await sha256(bytes)) !== record.sha256) throw new DataError(record.path, 'has changed since it was scanned');
    lasting = true;
    place.set(await pixelsOf(bytes, record, decode, recipe));
    return undefined;
  } catch (error) {
    if (!DataError.isInstance(error)) throw error;
    return { at, reason: error.reason, lasting };
  }
}

async function pixelsOf(
  bytes: Uint8Array,
  { path }: ImageRecord,
  decode: DecodeImage,
  { size, resize, fit, background, channels, alpha, orientation, maxPixels }: Recipe,
): Promise<Uint8Array> {
  const cap = maxPixels === null ? {} : { maxPixels };
  const how = { size, method: resize, fit, ...(background && { background }) };
  const policy = { channels, orientation, ...cap, ...(channels === 4 ? {} : { alpha }) };
  return (await decode(bytes, { path, ...policy, resize: how })).pixels;
}
