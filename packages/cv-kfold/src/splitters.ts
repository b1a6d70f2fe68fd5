import { ArgumentError, type Fold } from '@animals/core';
import { groupKFold } from './group-k-fold.ts';
import { kFold } from './k-fold.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { leavePOut } from './leave-p-out.ts';
import { predefinedSplit } from './predefined-split.ts';
import { type ShuffleSplitOptions, shuffleSplit } from './shuffle-split.ts';
import type { OnWarning } from './split/check-class-sizes.ts';
import type { Name } from './split/encode.ts';
import type { SplitOptions } from './split/split-options.ts';
import { stratifiedGroupKFold } from './stratified-group-k-fold.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { stratifiedShuffleSplit } from './stratified-shuffle-split.ts';
import { type TimeSeriesOptions, timeSeriesSplit } from './time-series-split.ts';

/** What a splitter may look at; each list has one entry a sample. */
export interface SplitInput {
  /** Number of samples. */
  readonly n: number;
  readonly labels?: ArrayLike<Name>;
  readonly groups?: ArrayLike<Name>;
}

/** The functions that there are splitters of. */
export type SplitterName = keyof typeof splitters;

/** A way to split that is chosen before there is data: an immutable value. */
export interface Splitter {
  readonly name: SplitterName;
  /**
   * How many folds `split` will give, over all repeats.
   * @throws ArgumentError as `split` does.
   */
  count(data: SplitInput): number;
  /** @throws ArgumentError if the data lack what it needs, are of unequal length, or break a rule of the function named. */
  split(data: SplitInput): Generator<Fold, void, undefined>;
}

/** The ways to split as values, for code that is told how to split: `splitters.groupKFold({ k: 5 }).split(data)`. */
export const splitters = {
  kFold: (options: SplitOptions = {}) =>
    splitter('kFold', { split: ({ n }) => kFold(n, options), count: rounds(options) }),
  stratifiedKFold: (options: SplitOptions & OnWarning = {}) =>
    splitter('stratifiedKFold', {
      split: (data) => stratifiedKFold(needed(data, 'labels'), options),
      count: rounds(options),
    }),
  groupKFold: (options: SplitOptions = {}) =>
    splitter('groupKFold', { split: (data) => groupKFold(needed(data, 'groups'), options), count: rounds(options) }),
  stratifiedGroupKFold: (options: SplitOptions & OnWarning = {}) =>
    splitter('stratifiedGroupKFold', {
      split: (data) => stratifiedGroupKFold(needed(data, 'labels'), needed(data, 'groups'), options),
      count: rounds(options),
    }),
  shuffleSplit: (options: ShuffleSplitOptions = {}) =>
    splitter('shuffleSplit', { split: ({ n }) => shuffleSplit(n, options), count: () => options.splits ?? 10 }),
  stratifiedShuffleSplit: (options: ShuffleSplitOptions = {}) =>
    splitter('stratifiedShuffleSplit', {
      split: (data) => stratifiedShuffleSplit(needed(data, 'labels'), options),
      count: () => options.splits ?? 10,
    }),
  leaveOneOut: () => splitter('leaveOneOut', { split: ({ n }) => leaveOneOut(n), count: ({ n }) => n }),
  leavePOut: (options: { readonly p: number }) =>
    splitter('leavePOut', { split: ({ n }) => leavePOut(n, options), count: ({ n }) => choose(n, options.p) }),
  timeSeriesSplit: (options: TimeSeriesOptions = {}) =>
    splitter('timeSeriesSplit', { split: ({ n }) => timeSeriesSplit(n, options), count: () => options.k ?? 5 }),
  predefinedSplit: (foldOf: ArrayLike<number>) =>
    splitter('predefinedSplit', {
      split: ({ n }) => predefinedSplit(checkedLength('foldOf', foldOf, n)),
      count: () => new Set(Array.from(foldOf).filter((fold) => fold >= 0)).size,
    }),
};

function splitter(name: SplitterName, { split, count }: Omit<Splitter, 'name'>): Splitter {
  const checked = (data: SplitInput) => {
    split(data);
    return count(data);
  };
  return Object.freeze({ name, count: checked, split });
}

const rounds =
  ({ k = 5, repeats = 1 }: SplitOptions) =>
  () =>
    k * repeats;

/** How many ways there are to choose p of n; exact below 2^53. */
function choose(n: number, p: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(p, n - p); i++) ways = (ways * (n - Math.min(p, n - p) + i)) / i;
  return ways;
}

function needed(data: SplitInput, parameter: 'labels' | 'groups'): ArrayLike<Name> {
  const list = data[parameter];
  if (list === undefined) throw new ArgumentError(parameter, `${parameter} must be given to this splitter, got none`);
  return checkedLength(parameter, list, data.n);
}

function checkedLength<T>(parameter: string, list: ArrayLike<T>, n: number): ArrayLike<T> {
  if (list.length === n) return list;
  throw new ArgumentError(parameter, `${parameter} must hold one for each of ${n} samples, got ${list.length}`);
}
