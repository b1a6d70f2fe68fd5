import { ArgumentError, type Fold } from '@animals/core';
import { groupKFold } from './group-k-fold.ts';
import { kFold } from './k-fold.ts';
import type { OnWarning } from './split/check-class-sizes.ts';
import type { Name } from './split/encode.ts';
import type { SplitOptions } from './split/split-options.ts';
import { stratifiedGroupKFold } from './stratified-group-k-fold.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';

/** What a splitter may look at; each list has one entry a sample. */
export interface SplitInput {
  /** Number of samples. */
  readonly n: number;
  readonly labels?: ArrayLike<Name>;
  readonly groups?: ArrayLike<Name>;
}

/** A way to split that is chosen before there is data: an immutable value. */
export interface Splitter {
  readonly name: 'kFold' | 'stratifiedKFold' | 'groupKFold' | 'stratifiedGroupKFold';
  /**
   * How many folds `split` will give, over all repeats.
   * @throws ArgumentError as `split` does.
   */
  count(data: SplitInput): number;
  /** @throws ArgumentError if the data lack what it needs, are of unequal length, or break a rule of the function named. */
  split(data: SplitInput): Generator<Fold, void, undefined>;
}

/** The four ways to split as values, for code that is told how to split: `splitters.groupKFold({ k: 5 }).split(data)`. */
export const splitters = {
  kFold: (options: SplitOptions = {}) => splitter('kFold', options, ({ n }) => kFold(n, options)),
  stratifiedKFold: (options: SplitOptions & OnWarning = {}) =>
    splitter('stratifiedKFold', options, (data) => stratifiedKFold(needed(data, 'labels'), options)),
  groupKFold: (options: SplitOptions = {}) =>
    splitter('groupKFold', options, (data) => groupKFold(needed(data, 'groups'), options)),
  stratifiedGroupKFold: (options: SplitOptions & OnWarning = {}) =>
    splitter('stratifiedGroupKFold', options, (data) =>
      stratifiedGroupKFold(needed(data, 'labels'), needed(data, 'groups'), options),
    ),
};

function splitter(name: Splitter['name'], options: SplitOptions, split: Splitter['split']): Splitter {
  const { k = 5, repeats = 1 } = options;
  const count = (data: SplitInput) => {
    split(data);
    return k * repeats;
  };
  return Object.freeze({ name, count, split });
}

function needed(data: SplitInput, parameter: 'labels' | 'groups'): ArrayLike<Name> {
  const list = data[parameter];
  if (list === undefined) throw new ArgumentError(parameter, `${parameter} must be given to this splitter, got none`);
  if (list.length !== data.n) {
    throw new ArgumentError(parameter, `${parameter} must hold one for each of ${data.n} samples, got ${list.length}`);
  }
  return list;
}
