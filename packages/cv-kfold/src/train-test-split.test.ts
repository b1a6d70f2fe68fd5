import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNoLeak } from './assert-no-leak.ts';
import { shuffleSplit } from './shuffle-split.ts';
import { stratifiedShuffleSplit } from './stratified-shuffle-split.ts';
import { type TrainTestOptions, trainTestSplit } from './train-test-split.ts';

const sizesOf = (n: number, options?: TrainTestOptions) => {
  const { train, test } = trainTestSplit(n, options);
  return [train.length, test.length];
};

describe('trainTestSplit', () => {
  // a, b = train_test_split(numpy.arange(200)); [len(a), len(b)], scikit-learn 1.9.1
  it('keeps a quarter for the test, as scikit-learn does', () => {
    expect(sizesOf(200)).toEqual([150, 50]);
    expect(sizesOf(10)).toEqual([7, 3]);
    expect(sizesOf(10, { trainSize: 0.5 })).toEqual([5, 5]);
  });

  // train_test_split(numpy.arange(10), shuffle=False), and with test_size=2, train_size=5
  it('takes the samples as they stand without shuffle', () => {
    expect(trainTestSplit(10, { shuffle: false })).toMatchObject({
      train: Uint32Array.of(0, 1, 2, 3, 4, 5, 6),
      test: Uint32Array.of(7, 8, 9),
    });
    expect(trainTestSplit(10, { shuffle: false, testSize: 2, trainSize: 5 })).toMatchObject({
      train: Uint32Array.of(0, 1, 2, 3, 4),
      test: Uint32Array.of(5, 6),
    });
  });

  it('is the first split of shuffleSplit, and by class of stratifiedShuffleSplit', () => {
    const labels = Array.from({ length: 30 }, (_, i) => i % 3);
    const options = { testSize: 0.3, seed: 5 };
    const [plain] = shuffleSplit(30, options);
    const [stratified] = stratifiedShuffleSplit(labels, options);
    expect(trainTestSplit(30, options)).toEqual(plain);
    expect(trainTestSplit(30, { ...options, labels })).toEqual(stratified);
  });

  it('keeps groups together, and is off the wanted share by at most half of the largest', () => {
    const cases = fc.record({
      groups: fc.array(fc.nat(12), { minLength: 2, maxLength: 80 }),
      testSize: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(cases, ({ groups, testSize, seed }) => {
        fc.pre(new Set(groups).size >= 2);
        const n = groups.length;
        const fold = trainTestSplit(n, { groups, testSize, seed });
        assertNoLeak(fold, { groups });
        expect(fold.train.length + fold.test.length).toBe(n);
        const sizes = [...new Set(groups)].map((group) => groups.filter((other) => other === group).length);
        // Where that rule would leave a part empty, one group goes there all the same.
        const largest = Math.max(...sizes);
        const isOneGroup = [fold.train, fold.test].some(
          (part) => new Set(Array.from(part, (i) => groups[i])).size === 1,
        );
        if (!isOneGroup) expect(Math.abs(fold.test.length - testSize * n)).toBeLessThanOrEqual(largest / 2 + 1e-9);
        expect(Math.min(fold.train.length, fold.test.length)).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps both groups and the proportion of classes', () => {
    // 60 groups of 4; a third of the groups is of class 1, every tenth of class 2.
    const groups = Array.from({ length: 240 }, (_, i) => i >> 2);
    const labels = groups.map((group) => (group % 10 === 0 ? 2 : group % 3 === 0 ? 1 : 0));
    for (let seed = 0; seed < 10; seed++) {
      const fold = trainTestSplit(240, { labels, groups, seed });
      assertNoLeak(fold, { groups });
      for (const c of [0, 1, 2]) {
        const all = labels.filter((label) => label === c).length;
        const test = fold.test.filter((i) => labels[i] === c).length;
        expect(Math.abs(test - all / 4)).toBeLessThanOrEqual(2);
      }
    }
  });

  it('draws by seed, groups too', () => {
    const groups = Array.from({ length: 40 }, (_, i) => i >> 1);
    for (const options of [{}, { groups }]) {
      const test = (seed: number) => trainTestSplit(40, { ...options, seed }).test;
      expect(test(1)).toEqual(test(1));
      expect(test(1)).not.toEqual(test(2));
      expect(test(0)).toEqual(trainTestSplit(40, options).test);
    }
  });

  it.each([
    ['labels without shuffle', { shuffle: false, labels: [0, 1, 0, 1] }, /labels must be left out without shuffle/],
    ['groups without shuffle', { shuffle: false, groups: [0, 1, 0, 1] }, /groups must be left out without shuffle/],
    ['a seed without shuffle', { shuffle: false, seed: 0 }, /seed must be left out without shuffle/],
    ['labels of another length', { labels: [0, 1] }, /labels must hold one for each of 4 samples, got 2/],
    ['groups of another length', { groups: [0, 1] }, /groups must hold one for each of 4 samples, got 2/],
    ['a single group', { groups: [1, 1, 1, 1] }, /at least 2 groups, got 1/],
    [
      'a count of samples in whole groups',
      { groups: [1, 1, 2, 2], testSize: 2 },
      /testSize must be a share in \(0, 1\) with/,
    ],
    ['a train size beside groups', { groups: [1, 1, 2, 2], trainSize: 0.5 }, /trainSize must be left out with groups/],
    ['a class of a single member', { labels: [0, 0, 0, 1] }, /each class at least twice/],
    ['no samples to learn from', { testSize: 4 }, /testSize must leave samples for both parts/],
    ['an empty test part', { testSize: 0 }, /testSize must be a share/],
  ])('refuses %s', (_, options, message) => {
    expect(() => trainTestSplit(4, options)).toThrow(ArgumentError);
    expect(() => trainTestSplit(4, options)).toThrow(message);
  });
});
