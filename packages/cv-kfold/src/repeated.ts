import { createRng, type Fold } from '@animals/core';
import { checkCount } from './split/check-count.ts';

/** How often to repeat. */
export interface RepeatedOptions {
  /** How often the whole split is done, from 1. */
  readonly repeats?: number;
  /** Decides the seeds that are handed to the splitter; 0 when left out. */
  readonly seed?: number;
}

/**
 * Repeats any way to split, each time with a fresh seed: `repeated((seed) => kFold(200, { shuffle: true, seed }))`.
 *
 * The folds of a repeat come together and in their order; `repeat` counts on from 0. Seeds are in [1, 2^31 - 1].
 * @throws ArgumentError if repeats is no integer from 1, and whatever `split` throws, that of the first repeat at the call.
 * @see scikit-learn RepeatedKFold and RepeatedStratifiedKFold, which do so for two splitters; 10 repeats are theirs.
 */
export function repeated(
  split: (seed: number) => Iterable<Fold>,
  { repeats = 10, seed = 0 }: RepeatedOptions = {},
): Generator<Fold, void, undefined> {
  checkCount('repeats', repeats, { least: 1 });
  const rng = createRng(seed);
  const round = (i: number) => split(rng.split(`repeat ${i}`).seed);
  return countOn(round(0), { repeats, round });
}

interface Rounds {
  readonly repeats: number;
  readonly round: (index: number) => Iterable<Fold>;
}

/** A split that repeats itself already counts as that many repeats. */
function* countOn(first: Iterable<Fold>, { repeats, round }: Rounds): Generator<Fold, void, undefined> {
  let before = 0;
  for (let i = 0; i < repeats; i++) {
    let last = 0;
    for (const fold of i === 0 ? first : round(i)) {
      last = fold.repeat;
      yield { ...fold, repeat: before + last };
    }
    before += last + 1;
  }
}
