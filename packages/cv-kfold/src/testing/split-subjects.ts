import type { Fold } from '@animals/core';
import fc from 'fast-check';
import { groupKFold } from '../group-k-fold.ts';
import { kFold } from '../k-fold.ts';
import { leaveOneOut } from '../leave-one-out.ts';
import { leavePOut } from '../leave-p-out.ts';
import { predefinedSplit } from '../predefined-split.ts';
import { repeated } from '../repeated.ts';
import { shuffleSplit } from '../shuffle-split.ts';
import { stratifiedGroupKFold } from '../stratified-group-k-fold.ts';
import { stratifiedKFold } from '../stratified-k-fold.ts';
import { stratifiedShuffleSplit } from '../stratified-shuffle-split.ts';
import { timeSeriesSplit } from '../time-series-split.ts';
import { trainTestSplit } from '../train-test-split.ts';

/** Data and settings that every way to split can be tried on. */
export interface Sample {
  readonly n: number;
  readonly labels: readonly number[];
  readonly groups: readonly number[];
  readonly k: number;
  readonly seed: number;
}

/** At least 12 samples of two to four classes in 6 or more groups, and up to 6 folds, which all of them allow. */
export const samples: fc.Arbitrary<Sample> = fc
  .record({
    labels: fc.array(fc.nat(3), { maxLength: 40 }),
    groups: fc.array(fc.nat(14), { minLength: 52, maxLength: 52 }),
    k: fc.integer({ min: 2, max: 6 }),
    seed: fc.nat(),
  })
  .map(({ labels, groups, k, seed }) => {
    // Every class twice at least, one of them k times, and every group from 0 to 5.
    const own = [0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, ...labels];
    return { n: own.length, labels: own, groups: own.map((_, i) => (i < 6 ? i : groups[i]!)), k, seed };
  });

const onWarning = () => {};
const shuffled = ({ k, seed }: Sample) => ({ k, shuffle: true as const, seed, onWarning });
const parts = ({ n }: Sample) => ({ splits: 3, testSize: Math.ceil(n / 3) });

/** Every way to split, with the options that make it random where it has any. */
export const subjects: Readonly<Record<string, (sample: Sample) => Iterable<Fold>>> = {
  kFold: (sample) => kFold(sample.n, shuffled(sample)),
  stratifiedKFold: (sample) => stratifiedKFold(sample.labels, shuffled(sample)),
  groupKFold: (sample) => groupKFold(sample.groups, shuffled(sample)),
  stratifiedGroupKFold: (sample) => stratifiedGroupKFold(sample.labels, sample.groups, shuffled(sample)),
  repeated: (sample) =>
    repeated((seed) => kFold(sample.n, { k: sample.k, shuffle: true, seed }), { repeats: 2, seed: sample.seed }),
  shuffleSplit: (sample) => shuffleSplit(sample.n, { ...parts(sample), seed: sample.seed }),
  stratifiedShuffleSplit: (sample) => stratifiedShuffleSplit(sample.labels, { ...parts(sample), seed: sample.seed }),
  trainTestSplit: ({ n, seed }) => [trainTestSplit(n, { seed })],
  trainTestSplitByGroup: ({ n, labels, groups, seed }) => [trainTestSplit(n, { labels, groups, seed })],
  leaveOneOut: ({ n }) => leaveOneOut(n),
  leavePOut: ({ n }) => leavePOut(Math.min(n, 14), { p: 2 }),
  timeSeriesSplit: ({ n, k }) => timeSeriesSplit(n, { k }),
  predefinedSplit: ({ n, k }) => predefinedSplit(Array.from({ length: n }, (_, i) => i % k)),
};

/** How many samples the folds of a subject are of. */
export const sizeOf = (name: string, { n }: Sample): number => (name === 'leavePOut' ? Math.min(n, 14) : n);
