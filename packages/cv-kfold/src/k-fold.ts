import { ArgumentError, type Fold } from '@animals/core';
import { evenBlocks } from './split/even-blocks.ts';
import { generateFolds } from './split/generate-folds.ts';
import type { SplitOptions } from './split/split-options.ts';

/**
 * Splits n samples into k folds whose test parts cover every sample once.
 *
 * Sizes differ by at most one; the first n mod k folds are the larger. Without `shuffle` the test parts are contiguous.
 * With `repeats` there are k folds for each repeat, one repeat after the other.
 * @throws ArgumentError if n is no integer, k is no integer in [2, n], or a seed is given without shuffle.
 * @see scikit-learn KFold, whose fold sizes these are.
 */
export function kFold(n: number, options: SplitOptions = {}): Generator<Fold, void, undefined> {
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new ArgumentError('n', `n must be a number of samples, an integer from 0, got ${String(n)}`);
  }
  const assign = (k: number, rng: { permutation(n: number): Uint32Array } | null) => {
    const blocks = evenBlocks(n, k);
    if (!rng) return blocks;
    const foldOf = new Uint32Array(n);
    for (const [i, sample] of rng.permutation(n).entries()) foldOf[sample] = blocks[i] as number;
    return foldOf;
  };
  return generateFolds({ most: n, units: 'samples', assign }, options);
}
