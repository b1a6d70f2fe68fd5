import type { ImageSet } from '@animals/core';
import { openBlobs } from '@animals/run';
import type { StoredImages } from '../stored-images.ts';

/** Puts an image set's pixels into a blob of the work folder, for the workers to take. */
export async function storeImages({ pixels, ...rest }: ImageSet, work: string): Promise<StoredImages> {
  return { ...rest, hash: await (await openBlobs(work)).put(pixels) };
}
