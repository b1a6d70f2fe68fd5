import { createRng, type Fold, type Rng } from '@animals/core';
import type { Parts } from './parts.ts';

/** Makes folds of parts: numbered in their order, all of repeat 0, each with a seed derived from the split's. */
export function* numberFolds(parts: Iterable<Parts>, rng: Rng = createRng(0)): Generator<Fold, void, undefined> {
  let index = 0;
  for (const { train, test } of parts) {
    yield { index, repeat: 0, train, test, seed: rng.split(`fold 0 ${index}`).seed };
    index++;
  }
}
