import type { Fold } from '@animals/core';
import { checkCount, checkSampleCount } from './split/check-count.ts';
import { numberFolds } from './split/number-folds.ts';
import { type Parts, partsByMark } from './split/parts.ts';

/**
 * Makes one fold for every choice of p samples, which are its test part, in lexicographic order.
 *
 * There are n! / (p! (n - p)!) of them, made one at a time: ask `splitters.leavePOut({ p }).count({ n })` before.
 * @throws ArgumentError if n is no integer from 2, or p none in [1, n - 1].
 * @see scikit-learn LeavePOut, whose folds these are.
 */
export function leavePOut(n: number, { p }: { readonly p: number }): Generator<Fold, void, undefined> {
  checkSampleCount(n);
  checkCount('n', n, { least: 2 });
  checkCount('p', p, { least: 1, most: n - 1, why: 'a sample must stay to learn from' });
  return numberFolds(choices(n, p));
}

function* choices(n: number, p: number): Generator<Parts> {
  const chosen = Uint32Array.from({ length: p }, (_, i) => i);
  for (;;) {
    const marks = new Uint32Array(n);
    for (const sample of chosen) marks[sample] = 1;
    yield partsByMark(marks, 1);
    let last = p - 1;
    while (last >= 0 && chosen[last] === n - p + last) last--;
    if (last < 0) return;
    const next = (chosen[last] as number) + 1;
    for (let i = last; i < p; i++) chosen[i] = next + i - last;
  }
}
