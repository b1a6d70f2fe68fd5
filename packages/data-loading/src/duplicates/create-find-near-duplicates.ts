import { ArgumentError, type Manifest, type SkippedFile } from '@animals/core';
import type { LoadImages, LoadOptions } from '../load/load-options.ts';
import { closePairs } from './close-pairs.ts';
import { differenceHashes, HASH_SIZE } from './difference-hashes.ts';

/** How alike pictures have to be, and how to get at them. */
export interface NearDuplicateOptions
  extends Pick<
    LoadOptions,
    'read' | 'cache' | 'workers' | 'concurrency' | 'maxPixels' | 'onBadFile' | 'signal' | 'onProgress' | 'onWarning'
  > {
  /** Most bits of 64 in which two pictures may differ; 4 when left out. */
  readonly maxDistance?: number;
}

/** Two pictures that look alike. */
export interface NearDuplicate {
  /** In the manifest's order. */
  readonly ids: readonly [string, string];
  /** Bits of 64 in which they differ: 0 for pictures that are the same but for brightness, size or compression. */
  readonly distance: number;
  /** Whether their files are equal, byte for byte. */
  readonly exact: boolean;
  /** Whether they lie in different classes: one of the two labels is wrong, or the classes overlap. */
  readonly acrossClasses: boolean;
}

/** What was found, as plain data. */
export interface NearDuplicates {
  /** Every pair of pictures within the distance, exact ones too, in the manifest's order. */
  readonly pairs: readonly NearDuplicate[];
  /** Pairs that are not equal files. */
  readonly near: number;
  /** Pairs under two labels. */
  readonly acrossClasses: number;
  /** Files that could not be looked at. */
  readonly skipped: readonly SkippedFile[];
}

/**
 * Finds pictures that look alike: the same photograph in another size, brightness or compression.
 *
 * Every picture is decoded once, made grey, brought to 9 x 8 pixels as Pillow does (Lanczos), and hashed by which neighbours are
 * darker (dHash). Pictures of hardly any structure, such as blank ones, are all alike to it; turned, mirrored or cropped
 * copies are not found.
 * @throws ArgumentError if an option breaks its rule; DataError as `loadImages` does.
 */
export type FindNearDuplicates = (manifest: Manifest, options?: NearDuplicateOptions) => Promise<NearDuplicates>;

/** Makes a `findNearDuplicates` of a platform's way to load pictures. */
export function createFindNearDuplicates(loadImages: LoadImages): FindNearDuplicates {
  return async (manifest, { maxDistance = 4, ...options } = {}) => {
    if (!Number.isInteger(maxDistance) || maxDistance < 0 || maxDistance > 64) {
      throw new ArgumentError('maxDistance', `maxDistance must be a whole number from 0 to 64, got ${maxDistance}`);
    }
    const images = await loadImages(manifest, { ...options, size: HASH_SIZE, channels: 1, resize: 'pil-lanczos' });
    const records = new Map(manifest.records.map((record) => [record.id, record]));
    const pairs = closePairs(differenceHashes(images), maxDistance).map(({ a, b, distance }): NearDuplicate => {
      const ids = [images.ids[a] as string, images.ids[b] as string] as const;
      const exact = records.get(ids[0])?.sha256 === records.get(ids[1])?.sha256;
      return { ids, distance, exact, acrossClasses: images.labels[a] !== images.labels[b] };
    });
    return {
      pairs,
      near: pairs.filter(({ exact }) => !exact).length,
      acrossClasses: pairs.filter(({ acrossClasses }) => acrossClasses).length,
      skipped: images.skipped,
    };
  };
}
