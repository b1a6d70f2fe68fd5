import { ArgumentError, type Fold } from '@animals/core';
import { numberFolds } from './split/number-folds.ts';
import { type Parts, partsByMark } from './split/parts.ts';

/**
 * Makes the folds that a list names: `foldOf[i]` is the fold whose test part sample i is in, -1 if it is in none.
 *
 * Folds come by ascending name and are numbered from 0. A sample of -1 is in every train part.
 * @throws ArgumentError if an entry is no integer from -1, all are -1, or a fold has every sample in test.
 * @see scikit-learn PredefinedSplit, whose folds these are.
 */
export function predefinedSplit(foldOf: ArrayLike<number>): Generator<Fold, void, undefined> {
  const own = Array.from(foldOf);
  const bad = own.findIndex((fold) => !Number.isSafeInteger(fold) || fold < -1);
  if (bad >= 0) {
    throw new ArgumentError('foldOf', `foldOf must hold integers from -1, got ${String(own[bad])} at ${bad}`);
  }
  const names = [...new Set(own)].filter((fold) => fold >= 0).sort((a, b) => a - b);
  if (names.length === 0) {
    throw new ArgumentError('foldOf', 'foldOf must name at least one fold, an integer from 0, got none');
  }
  if (names.length === 1 && own.every((fold) => fold === names[0])) {
    throw new ArgumentError('foldOf', `foldOf must leave samples to learn from, got only fold ${names[0]}`);
  }
  return numberFolds(named(own, names));
}

function* named(foldOf: readonly number[], names: readonly number[]): Generator<Parts> {
  const index = new Map(names.map((name, i) => [name, i]));
  const marks = Uint32Array.from(foldOf, (name) => index.get(name) ?? names.length);
  for (const mark of names.keys()) yield partsByMark(marks, mark);
}
