import type { Fold, Rng } from '@animals/core';
import { encodeSorted, type Name } from './split/encode.ts';
import { generateFolds } from './split/generate-folds.ts';
import type { SplitOptions } from './split/split-options.ts';

/**
 * Splits samples into k folds of about equal size that keep each group together.
 *
 * The largest group goes first, each to the fold that is the smallest so far; of equally large groups the one with the
 * greatest name goes first, of equally small folds the first is taken. `shuffle` draws lots where these rules decide.
 * One group a sample: a string or a finite number.
 * @throws ArgumentError if k is no integer in [2, number of groups], or a seed is given without shuffle.
 * @see scikit-learn GroupKFold, whose folds these are without shuffle; its shuffle ignores the sizes, ours does not.
 */
export function groupKFold(groups: ArrayLike<Name>, options: SplitOptions = {}): Generator<Fold, void, undefined> {
  const { codes, counts } = encodeSorted(groups, 'groups');
  const assign = (k: number, rng: Rng | null) => {
    const foldOfGroup = spread(counts, k, rng);
    return codes.map((group) => foldOfGroup[group] as number);
  };
  return generateFolds({ most: counts.length, units: 'groups', assign }, options);
}

function spread(sizes: Uint32Array, k: number, rng: Rng | null): Uint32Array {
  const order = rng ? Array.from(rng.permutation(sizes.length)) : Array.from(sizes.keys()).reverse();
  order.sort((a, b) => (sizes[b] as number) - (sizes[a] as number));
  const names = rng?.permutation(k);
  const totals = new Float64Array(k);
  const foldOfGroup = new Uint32Array(sizes.length);
  for (const group of order) {
    const fold = indexOfLeast(totals);
    totals[fold] = (totals[fold] as number) + (sizes[group] as number);
    foldOfGroup[group] = names?.[fold] ?? fold;
  }
  return foldOfGroup;
}

function indexOfLeast(values: Float64Array): number {
  let least = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) < (values[least] as number)) least = i;
  return least;
}
