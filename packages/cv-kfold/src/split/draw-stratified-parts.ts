import { ArgumentError, type Rng } from '@animals/core';
import type { Codes } from './encode.ts';
import type { PartSizes } from './part-sizes.ts';
import { indicesWith, type Parts } from './parts.ts';
import { shareOut } from './share-out.ts';

const TRAIN = 1;
const TEST = 2;

/** Draws both parts at random, each with the classes in proportion. */
export function drawStratifiedParts({ codes, counts }: Codes, sizes: PartSizes, rng: Rng): Parts {
  const train = shareOut(counts, sizes.train, rng);
  const left = counts.map((count, label) => count - (train[label] as number));
  const test = shareOut(left, sizes.test, rng);
  const side = new Uint32Array(codes.length);
  for (const sample of rng.permutation(codes.length)) {
    const label = codes[sample] as number;
    if (take(train, label)) side[sample] = TRAIN;
    else if (take(test, label)) side[sample] = TEST;
  }
  return { train: indicesWith(side, TRAIN), test: indicesWith(side, TEST) };
}

/** Takes one of a class's places, if there is one left. */
function take(places: Uint32Array, label: number): boolean {
  const left = places[label] as number;
  if (left > 0) places[label] = left - 1;
  return left > 0;
}

/** Refuses classes that cannot be in both parts. */
export function checkClassesFit({ counts }: Codes, { train, test }: PartSizes): void {
  const classes = counts.length;
  if (counts.includes(1)) {
    throw new ArgumentError('labels', 'labels must hold each class at least twice, once for either part, got one once');
  }
  if (train >= classes && test >= classes) return;
  throw new ArgumentError(
    'testSize',
    `testSize must leave at least ${classes} samples, one a class, in each part, got ${train} to learn from and ${test} to judge on`,
  );
}
