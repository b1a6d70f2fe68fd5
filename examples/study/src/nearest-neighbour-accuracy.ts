import type { Fold, ImageSet } from '@animals/core';
import { shrinkImages } from './shrink-images.ts';

/** Side of the pictures that are compared, in pixels. */
const SIDE = 24;

/** Accuracy of the nearest neighbour on pixels, over all test parts: what remembering alone gives. */
export function nearestNeighbourAccuracy(images: ImageSet, folds: readonly Fold[]): number {
  const pixels = shrinkImages(images, SIDE);
  let right = 0;
  let total = 0;
  for (const { train, test } of folds) {
    for (const i of test) {
      if (images.labels[nearest(pixels, i, train)] === images.labels[i]) right++;
      total++;
    }
  }
  return right / total;
}

function nearest(pixels: readonly Float32Array[], index: number, candidates: Uint32Array): number {
  const picture = pixels[index] as Float32Array;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = squaredDistance(picture, pixels[candidate] as Float32Array, least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Gives up, with a value of at least `limit`, once the distance cannot be the least any more. */
function squaredDistance(a: Float32Array, b: Float32Array, limit: number): number {
  let sum = 0;
  for (let row = 0; row < a.length && sum < limit; row += SIDE * 3) {
    for (let i = row; i < row + SIDE * 3; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  }
  return sum;
}
