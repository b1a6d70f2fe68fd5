import { ArgumentError, createRng, type Fold, type Rng } from '@animals/core';
import { partsByMark } from './parts.ts';
import type { SplitOptions } from './split-options.ts';

/** Gives each sample the index of the fold whose test part it is in; `rng` is null without shuffle. */
type Assign = (k: number, rng: Rng | null) => Uint32Array;

interface FoldPlan {
  /** The most folds there can be, and what there are that many of. */
  readonly most: number;
  readonly units: string;
  readonly assign: Assign;
}

/** Checks the options at once, and returns the folds of an assignment, repeat by repeat. */
export function generateFolds(plan: FoldPlan, options: SplitOptions): Generator<Fold, void, undefined> {
  const { k = 5, repeats = 1, shuffle = false, seed } = options;
  checkFoldCount(k, plan);
  if (!Number.isSafeInteger(repeats) || repeats < 1) {
    throw new ArgumentError('repeats', `repeats must be an integer from 1, got ${repeats}`);
  }
  if (typeof shuffle !== 'boolean') throw new ArgumentError('shuffle', `shuffle must be a boolean, got ${shuffle}`);
  if (seed !== undefined && !shuffle) {
    throw new ArgumentError('seed', `seed must be left out without shuffle, got ${seed}; set shuffle: true or drop it`);
  }
  return foldsOf(plan, { k, repeats, shuffle, rng: createRng(seed ?? 0) });
}

function checkFoldCount(k: number, { most, units }: FoldPlan): void {
  if (!Number.isSafeInteger(k) || k < 2) throw new ArgumentError('k', `k must be an integer from 2, got ${k}`);
  if (k > most) {
    throw new ArgumentError('k', `k must be at most ${most}, the number of ${units}, got ${k}; use fewer folds`);
  }
}

interface Rounds {
  readonly k: number;
  readonly repeats: number;
  readonly shuffle: boolean;
  readonly rng: Rng;
}

function* foldsOf({ assign }: FoldPlan, { k, repeats, shuffle, rng }: Rounds): Generator<Fold, void, undefined> {
  for (let repeat = 0; repeat < repeats; repeat++) {
    const foldOf = assign(k, shuffle ? rng.split(`shuffle ${repeat}`) : null);
    for (let index = 0; index < k; index++) {
      yield {
        index,
        repeat,
        ...partsByMark(foldOf, index),
        seed: rng.split(`fold ${repeat} ${index}`).seed,
      };
    }
  }
}
