import { createFindNearDuplicates, type FindNearDuplicates } from '../duplicates/create-find-near-duplicates.ts';
import { loadImages } from './load-images.ts';

/**
 * Finds pictures that look alike, reading below the manifest's root.
 *
 * @see FindNearDuplicates
 */
export const findNearDuplicates: FindNearDuplicates = /* @__PURE__ */ createFindNearDuplicates(loadImages);
