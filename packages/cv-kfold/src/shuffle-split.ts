import { createRng, type Fold } from '@animals/core';
import { checkCount, checkSampleCount } from './split/check-count.ts';
import { drawParts } from './split/draw-parts.ts';
import { numberFolds } from './split/number-folds.ts';
import { partSizes, type SizeOptions } from './split/part-sizes.ts';
import type { Parts } from './split/parts.ts';

/** How often to split at random, and how. */
export interface ShuffleSplitOptions extends SizeOptions {
  /** Number of splits, from 1. */
  readonly splits?: number;
  /** Decides the draws; 0 when left out. */
  readonly seed?: number;
}

/**
 * Splits n samples at random, as often as wanted; the test parts of two splits may overlap.
 *
 * Ten splits with a tenth of the samples in test unless told.
 * @throws ArgumentError if a number is out of its range, or the sizes do not fit into n.
 * @see scikit-learn ShuffleSplit, whose sizes these are.
 */
export function shuffleSplit(
  n: number,
  { splits = 10, seed = 0, ...sizes }: ShuffleSplitOptions = {},
): Generator<Fold, void, undefined> {
  checkSampleCount(n);
  checkCount('splits', splits, { least: 1 });
  const counts = partSizes(n, sizes);
  const rng = createRng(seed);
  return numberFolds(
    drawn(splits, (i) => drawParts(n, counts, rng.split(`shuffle ${i}`))),
    rng,
  );
}

/** Parts that are drawn when they are asked for. */
export function* drawn(splits: number, draw: (index: number) => Parts): Generator<Parts> {
  for (let i = 0; i < splits; i++) yield draw(i);
}
