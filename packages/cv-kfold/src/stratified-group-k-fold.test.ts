import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNoLeak } from './assert-no-leak.ts';
import { stratifiedGroupKFold } from './stratified-group-k-fold.ts';
import { classCounts, coverFault, testParts } from './testing/inspect-folds.ts';

const digits = (text: string) => Array.from(text, Number);
const quiet = () => {};

describe('stratifiedGroupKFold', () => {
  // StratifiedGroupKFold(k).split(numpy.zeros(len(y)), y, groups)
  it('gives the folds of the example in scikit-learn', () => {
    const labels = digits('00111111000000000');
    const groups = digits('11223334555566788');
    expect(testParts(stratifiedGroupKFold(labels, groups, { k: 3 }))).toEqual([
      [4, 5, 6, 12, 13, 14],
      [0, 1, 2, 3, 15, 16],
      [7, 8, 9, 10, 11],
    ]);
  });

  it('gives the folds of scikit-learn for three classes in groups of mixed class', () => {
    const labels = digits('012011201201');
    const groups = digits('312331221554');
    expect(testParts(stratifiedGroupKFold(labels, groups, { k: 2, onWarning: quiet }))).toEqual([
      [0, 1, 3, 4, 5, 8, 9, 10],
      [2, 6, 7, 11],
    ]);
    expect(testParts(stratifiedGroupKFold(labels, groups, { k: 3, onWarning: quiet }))).toEqual([
      [1, 5, 8, 9, 10],
      [2, 6, 7, 11],
      [0, 3, 4],
    ]);
  });

  it('gives the folds of scikit-learn for twelve classes, whose costs numpy sums in lanes of eight', () => {
    const labels = Array.from('ab0b39245ab5610ab9216aa658a3629a372104', (digit) => Number.parseInt(digit, 16));
    const groups = digits('38742313488429938732074011826843248185');
    expect(testParts(stratifiedGroupKFold(labels, groups, { k: 5, onWarning: quiet }))).toEqual([
      [1, 9, 10, 16, 26, 29, 34, 36],
      [0, 5, 7, 13, 14, 15, 18, 31],
      [2, 4, 12, 17, 19, 21, 27, 32],
      [3, 8, 11, 22, 28, 30, 33, 37],
      [6, 20, 23, 24, 25, 35],
    ]);
  });

  it('balances 40 groups of 5 in two classes perfectly', () => {
    const groups = Array.from({ length: 200 }, (_, i) => Math.floor(i / 5));
    const labels = groups.map((group) => group % 2);
    const folds = [...stratifiedGroupKFold(labels, groups, { k: 5 })];
    expect(classCounts(folds, labels, 2)).toEqual(Array(5).fill([20, 20]));
  });

  it('leaves no test part empty where a rounding error makes scikit-learn do so', () => {
    // scikit-learn 1.9.1 gives [7, 8, 9, 10], [2, 3, 4, 5, 6], [], [0, 1, 11] (issue 34828).
    const parts = testParts(stratifiedGroupKFold(digits('000001101111'), digits('001111122223'), { k: 4 }));
    expect(parts.map((part) => part.length).sort()).toEqual([1, 2, 4, 5]);
  });

  it.each([
    ['31020432000430003300020', '31525432055435553350020', 6],
    ['64506432306534351767513145218382368735681346808533', '64506432306534351767513145218382368735681346808533', 9],
    ['3411304212422500104101010413', '3411304212422500104101010413', 6],
  ])('fills every fold where scikit-learn leaves one empty: classes %s in groups %s', (labels, groups, k) => {
    const folds = [...stratifiedGroupKFold(digits(labels), digits(groups), { k, onWarning: quiet })];
    expect(Math.min(...folds.map(({ test }) => test.length))).toBeGreaterThan(0);
    for (const fold of folds) assertNoLeak(fold, { groups: digits(groups) });
  });

  const cases = fc.record({
    samples: fc.array(fc.tuple(fc.nat(2), fc.nat(11)), { minLength: 4, maxLength: 60 }),
    k: fc.integer({ min: 2, max: 6 }),
    seed: fc.nat(),
    shuffle: fc.boolean(),
  });

  it('covers every sample once, keeps groups together and fills every test part', () => {
    fc.assert(
      fc.property(cases, ({ samples, k, seed, shuffle }) => {
        const [labels, groups] = [samples.map(([label]) => label), samples.map(([, group]) => group)];
        fc.pre(new Set(groups).size >= k && [0, 1, 2].some((c) => labels.filter((y) => y === c).length >= k));
        const options = { k, onWarning: quiet, ...(shuffle ? { shuffle, seed } : {}) };
        const folds = [...stratifiedGroupKFold(labels, groups, options)];
        expect(coverFault(folds, { n: labels.length, k })).toBeNull();
        for (const fold of folds) assertNoLeak(fold, { groups });
        expect(Math.min(...folds.map(({ test }) => test.length))).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('balances classes within one when every sample is its own group', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1), { minLength: 10, maxLength: 60 }), fc.nat(), (labels, seed) => {
        const ones = labels.filter((y) => y === 1).length;
        fc.pre(ones >= 5 && labels.length - ones >= 5);
        const folds = stratifiedGroupKFold(labels, [...labels.keys()], { k: 5, shuffle: true, seed });
        const counts = classCounts(folds, labels, 2);
        for (const c of [0, 1]) {
          const column = counts.map((row) => row[c] as number);
          expect(Math.max(...column) - Math.min(...column)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('does not care what groups and classes are called as long as their order stays', () => {
    fc.assert(
      fc.property(cases, ({ samples, k, seed, shuffle }) => {
        const [labels, groups] = [samples.map(([label]) => label), samples.map(([, group]) => group)];
        fc.pre(new Set(groups).size >= k && [0, 1, 2].some((c) => labels.filter((y) => y === c).length >= k));
        const options = { k, onWarning: quiet, ...(shuffle ? { shuffle, seed } : {}) };
        const renamed = stratifiedGroupKFold(
          labels.map((label) => `class ${label}`),
          groups.map((group) => `group ${String.fromCharCode(65 + group)}`),
          options,
        );
        expect(testParts(renamed)).toEqual(testParts(stratifiedGroupKFold(labels, groups, options)));
      }),
    );
  });

  it('moves groups together with their classes when it shuffles', () => {
    // Groups 0 to 9 have class 1 only, the other ten class 0 only; a mix-up of counts and names would unbalance them.
    const groups = Array.from({ length: 60 }, (_, i) => Math.floor(i / 3));
    const labels = groups.map((group) => (group < 10 ? 1 : 0));
    const split = (seed: number) => [...stratifiedGroupKFold(labels, groups, { k: 5, shuffle: true, seed })];
    expect(classCounts(split(1), labels, 2)).toEqual(Array(5).fill([6, 6]));
    expect(testParts(split(1))).toEqual(testParts(split(1)));
    expect(testParts(split(1))).not.toEqual(testParts(split(2)));
  });

  it.each([
    ['lists of unequal length', [0, 1], [1, 2, 3], {}, 'groups must hold one for each of 2 labels, got 3'],
    ['more folds than groups', digits('000111'), digits('001122'), { k: 4 }, 'k must be at most 3, the number of '],
    [
      'more folds than members of any class',
      digits('0011'),
      digits('0123'),
      { k: 3 },
      'k must be at most 2, the number of members',
    ],
    ['a seed without shuffle', digits('0000011111'), digits('0123456789'), { seed: 1 }, 'seed must be left out'],
  ])('refuses %s at the call', (_, labels, groups, options, message) => {
    const split = () => stratifiedGroupKFold(labels, groups, options as object);
    expect(split).toThrow(ArgumentError);
    expect(split).toThrow(message);
  });
});
