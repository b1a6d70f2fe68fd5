import { ArgumentError, type Fold } from '@animals/core';
import { checkSampleCount } from './split/check-count.ts';
import { numberFolds } from './split/number-folds.ts';
import { type Parts, partsByMark } from './split/parts.ts';

/**
 * Makes one fold a sample, whose test part is that sample alone.
 *
 * The folds of `kFold(n, { k: n })`: n models for n scores, each of one sample only.
 * @throws ArgumentError if n is no integer from 2.
 * @see scikit-learn LeaveOneOut, whose folds these are.
 */
export function leaveOneOut(n: number): Generator<Fold, void, undefined> {
  checkSampleCount(n);
  if (n < 2) throw new ArgumentError('n', `n must be at least 2, as one sample stays to learn from, got ${n}`);
  return numberFolds(singles(n));
}

function* singles(n: number): Generator<Parts> {
  const samples = Uint32Array.from({ length: n }, (_, i) => i);
  for (let left = 0; left < n; left++) yield partsByMark(samples, left);
}
