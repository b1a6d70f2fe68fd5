/** What holds for all ways to split, and what for some: one test a property and a way to split. */
import type { Fold } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNoLeak } from './assert-no-leak.ts';
import { type Sample, samples, sizeOf, subjects } from './testing/split-subjects.ts';

const all = Object.keys(subjects);
const partitions = [
  'kFold',
  'stratifiedKFold',
  'groupKFold',
  'stratifiedGroupKFold',
  'repeated',
  'leaveOneOut',
  'predefinedSplit',
];
const complements = all.filter((name) => name !== 'timeSeriesSplit');
const seeded = [...all.slice(0, 9)];
const byGroup = ['groupKFold', 'stratifiedGroupKFold', 'trainTestSplitByGroup'];
const evenlySized = ['kFold', 'stratifiedKFold', 'leaveOneOut', 'repeated', 'predefinedSplit'];
const oneSized = ['shuffleSplit', 'stratifiedShuffleSplit', 'leavePOut', 'timeSeriesSplit'];

const split = (name: string, sample: Sample): Fold[] => [...subjects[name]!(sample)];
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
const ascending = (values: Iterable<number>) => [...values].sort((a, b) => a - b);
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const rounds = (folds: readonly Fold[]) =>
  numbers(Math.max(...folds.map(({ repeat }) => repeat)) + 1).map((r) => folds.filter(({ repeat }) => repeat === r));

function holds(property: (folds: Fold[], sample: Sample, name: string) => void) {
  return (name: string) =>
    fc.assert(
      fc.property(samples, (sample) => property(split(name, sample), sample, name)),
      { numRuns: 40 },
    );
}

describe('every way to split', () => {
  it.each(all)(
    '%s gives sorted, disjoint parts of the samples there are',
    holds((folds, sample, name) => {
      for (const fold of folds) {
        assertNoLeak(fold);
        const both = [...fold.train, ...fold.test];
        expect(Math.max(...both)).toBeLessThan(sizeOf(name, sample));
        for (const part of [fold.train, fold.test]) expect([...part]).toEqual(ascending(new Set(part)));
      }
    }),
  );

  it.each(all)(
    '%s leaves no part empty',
    holds((folds) => {
      for (const { train, test } of folds) expect(Math.min(train.length, test.length)).toBeGreaterThan(0);
    }),
  );

  it.each(all)(
    '%s gives equal folds for equal arguments',
    holds((folds, sample, name) => {
      expect(split(name, sample)).toEqual(folds);
    }),
  );

  it.each(all)(
    '%s numbers its folds within each repeat, and gives each a seed of its own',
    holds((folds) => {
      for (const round of rounds(folds)) expect(round.map(({ index }) => index)).toEqual(numbers(round.length));
      const seeds = folds.map(({ seed }) => seed);
      expect(new Set(seeds).size).toBe(folds.length);
      expect(seeds.every((seed) => Number.isInteger(seed) && seed > 0 && seed < 2 ** 31)).toBe(true);
    }),
  );

  it.each(all)(
    '%s gives arrays of its own: changing one changes no other fold',
    holds((folds, sample, name) => {
      const again = split(name, sample);
      folds[0]?.train.fill(0);
      folds[0]?.test.fill(0);
      expect(folds.slice(1)).toEqual(again.slice(1));
    }),
  );
});

describe('a way to split that', () => {
  it.each(partitions)(
    'is a partition: %s tests every sample once a repeat',
    holds((folds, { n }) => {
      for (const round of rounds(folds)) expect(ascending(round.flatMap(({ test }) => [...test]))).toEqual(numbers(n));
    }),
  );

  it.each(complements)(
    'leaves nothing out: %s has every sample in train or in test',
    holds((folds, sample, name) => {
      const n = sizeOf(name, sample);
      for (const { train, test } of folds) expect(ascending([...train, ...test])).toEqual(numbers(n));
    }),
  );

  it.each(seeded)('has a seed: %s splits otherwise for another seed', (name) => {
    // Of 25 seeds a few may draw the same split of a dozen samples.
    const draws = fc
      .sample(samples, { numRuns: 1, seed: 5 })
      .flatMap((sample) =>
        numbers(25).map((seed) => JSON.stringify(split(name, { ...sample, seed }).map(({ test }) => [...test]))),
      );
    expect(new Set(draws).size).toBeGreaterThan(12);
  });

  it.each(byGroup)(
    'knows groups: %s never has one on both sides',
    holds((folds, { groups }) => {
      for (const fold of folds) assertNoLeak(fold, { groups });
    }),
  );

  it.each(evenlySized)(
    'is even: the test parts of %s differ by at most one sample',
    holds((folds) => {
      expect(spread(folds.map(({ test }) => test.length))).toBeLessThanOrEqual(1);
    }),
  );

  it.each(oneSized)(
    'has one size: all test parts of %s are equally large',
    holds((folds) => {
      expect(spread(folds.map(({ test }) => test.length))).toBe(0);
    }),
  );
});

describe('a stratified way to split', () => {
  const classCounts = ({ labels }: Sample, part: Uint32Array) =>
    [0, 1, 2, 3].map((c) => part.filter((i) => labels[i] === c).length);

  it('stratifiedKFold: each class is in each test part within one of its share', () =>
    holds((folds, sample) => {
      for (const c of [0, 1, 2, 3]) {
        const share = sample.labels.filter((label) => label === c).length / sample.k;
        for (const { test } of folds) expect(Math.abs(classCounts(sample, test)[c]! - share)).toBeLessThan(1);
      }
    })('stratifiedKFold'));

  it('stratifiedShuffleSplit: each class is in the train part within one of its share', () =>
    holds((folds, sample) => {
      for (const { train } of folds) {
        for (const [c, count] of classCounts(sample, train).entries()) {
          const share = (sample.labels.filter((label) => label === c).length * train.length) / sample.n;
          expect(Math.abs(count - share)).toBeLessThan(1);
        }
      }
    })('stratifiedShuffleSplit'));

  it('stratifiedGroupKFold: each test part holds each class within two of the largest groups of its share', () =>
    holds((folds, sample) => {
      const sizes = sample.groups.map((group) => sample.groups.filter((other) => other === group).length);
      const largest = Math.max(...sizes);
      for (const { test } of folds) {
        for (const [c, count] of classCounts(sample, test).entries()) {
          const share = sample.labels.filter((label) => label === c).length / sample.k;
          expect(Math.abs(count - share)).toBeLessThanOrEqual(2 * largest);
        }
      }
    })('stratifiedGroupKFold'));
});

describe('timeSeriesSplit', () => {
  it('learns from the past only', () =>
    holds((folds) => {
      for (const { train, test } of folds) expect(train.at(-1)!).toBeLessThan(test[0]!);
    })('timeSeriesSplit'));

  it('tests contiguous stretches that follow each other to the end', () =>
    holds((folds, { n }) => {
      const tested = folds.flatMap(({ test }) => [...test]);
      expect(tested).toEqual(numbers(n).slice(n - tested.length));
    })('timeSeriesSplit'));

  it('never forgets: each train part begins the next', () =>
    holds((folds) => {
      for (const [i, { train }] of folds.slice(1).entries()) {
        expect(train.slice(0, folds[i]!.train.length)).toEqual(folds[i]!.train);
      }
    })('timeSeriesSplit'));
});
