import type { Fold, Rng } from '@animals/core';
import { checkClassSizes, type OnWarning } from './split/check-class-sizes.ts';
import { type Codes, encodeByAppearance, type Name } from './split/encode.ts';
import { generateFolds } from './split/generate-folds.ts';
import type { SplitOptions } from './split/split-options.ts';

/**
 * Splits samples into k folds that all hold the classes in the same proportion.
 *
 * The sizes of two test parts differ by at most one, and so does the number of samples of each class in them.
 * Without `shuffle` each class goes to the folds in order. One label a sample: a string or a finite number.
 * @throws ArgumentError if every class has fewer than k members, k is no integer from 2, or a seed is given without shuffle.
 * A class with fewer than k members beside larger ones is warned of through `onWarning`.
 * @see scikit-learn StratifiedKFold, whose folds these are without shuffle.
 */
export function stratifiedKFold(
  labels: ArrayLike<Name>,
  options: SplitOptions & OnWarning = {},
): Generator<Fold, void, undefined> {
  const classes = encodeByAppearance(labels, 'labels');
  const { most, units } = checkClassSizes(classes.counts, options);
  const assign = (k: number, rng: Rng | null) => assignClasses(classes, k, rng);
  return generateFolds({ most, units, assign }, options);
}

function assignClasses({ codes, counts }: Codes, k: number, rng: Rng | null): Uint32Array {
  const queues = dealt(counts, k).map((shares) => queueOf(shares, rng));
  const next = new Uint32Array(counts.length);
  return codes.map((code) => {
    const position = next[code] as number;
    next[code] = position + 1;
    return queues[code]?.[position] as number;
  });
}

/** How many samples of each class each fold gets when the samples, sorted by class, are dealt out like cards. */
function dealt(counts: Uint32Array, k: number): Uint32Array[] {
  let card = 0;
  return Array.from(counts, (count) => {
    const shares = new Uint32Array(k);
    for (let i = 0; i < count; i++, card++) shares[card % k] = (shares[card % k] as number) + 1;
    return shares;
  });
}

/** The folds that the members of one class go to, in the order of the members. */
function queueOf(shares: Uint32Array, rng: Rng | null): Uint32Array {
  const queue = new Uint32Array(shares.reduce((a, b) => a + b, 0));
  let start = 0;
  for (const [fold, share] of shares.entries()) {
    queue.fill(fold, start, start + share);
    start += share;
  }
  return rng ? rng.permutation(queue.length).map((i) => queue[i] as number) : queue;
}
