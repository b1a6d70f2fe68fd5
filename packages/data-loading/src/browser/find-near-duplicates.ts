import { createFindNearDuplicates, type FindNearDuplicates } from '../duplicates/create-find-near-duplicates.ts';
import { loadImages } from './load-images.ts';

/**
 * Finds pictures that look alike; `read` gives their bytes.
 *
 * @see FindNearDuplicates
 */
export const findNearDuplicates: FindNearDuplicates = /* @__PURE__ */ createFindNearDuplicates(loadImages);
