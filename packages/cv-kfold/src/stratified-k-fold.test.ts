import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { classCounts, coverFault, testParts } from './testing/inspect-folds.ts';

const blocks = (...counts: number[]) => counts.flatMap((count, label) => Array<number>(count).fill(label));
const countsOf = (labels: number[], k: number) =>
  classCounts(stratifiedKFold(labels, { k }), labels, Math.max(...labels) + 1);
const quiet = () => {};

describe('stratifiedKFold', () => {
  // numpy.bincount(y[test]) for _, test in StratifiedKFold(5).split(numpy.zeros(len(y)), y)
  it.each([
    [[100, 100], Array(5).fill([20, 20])],
    [
      [103, 97],
      [
        [21, 19],
        [21, 19],
        [21, 19],
        [20, 20],
        [20, 20],
      ],
    ],
    [[120, 50, 30], Array(5).fill([24, 10, 6])],
    [
      [67, 66, 67],
      [
        [14, 13, 13],
        [14, 13, 13],
        [13, 14, 13],
        [13, 13, 14],
        [13, 13, 14],
      ],
    ],
  ])('of classes %j has the test parts of scikit-learn', (counts, expected) => {
    expect(countsOf(blocks(...counts), 5)).toEqual(expected);
  });

  // StratifiedKFold(3).split(numpy.zeros(len(y)), y)
  it('puts the same samples where scikit-learn does', () => {
    expect(testParts(stratifiedKFold(blocks(7, 4, 5), { k: 3 }))).toEqual([
      [0, 1, 2, 7, 11, 12],
      [3, 4, 8, 9, 13],
      [5, 6, 10, 14, 15],
    ]);
    expect(testParts(stratifiedKFold([1, 0, 1, 1, 0, 0, 1, 0, 1, 1], { k: 3 }))).toEqual([
      [0, 1, 2, 4],
      [3, 5, 6],
      [7, 8, 9],
    ]);
  });

  const cases = fc.record({
    labels: fc.array(fc.nat(3), { minLength: 2, maxLength: 100 }),
    k: fc.integer({ min: 2, max: 8 }),
    seed: fc.nat(),
    shuffle: fc.boolean(),
  });
  const isPossible = (labels: number[], k: number) =>
    [0, 1, 2, 3].some((c) => labels.filter((y) => y === c).length >= k);

  it('covers every sample once, in parts equal within one in size and in each class', () => {
    fc.assert(
      fc.property(cases, ({ labels, k, seed, shuffle }) => {
        fc.pre(isPossible(labels, k));
        const folds = [...stratifiedKFold(labels, { k, onWarning: quiet, ...(shuffle ? { shuffle, seed } : {}) })];
        expect(coverFault(folds, { n: labels.length, k })).toBeNull();
        const counts = classCounts(folds, labels, 4);
        for (const column of [
          ...[0, 1, 2, 3].map((c) => counts.map((row) => row[c] as number)),
          folds.map((f) => f.test.length),
        ]) {
          expect(Math.max(...column) - Math.min(...column)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('does not care what the classes are called', () => {
    fc.assert(
      fc.property(cases, ({ labels, k, seed, shuffle }) => {
        fc.pre(isPossible(labels, k));
        const options = { k, onWarning: quiet, ...(shuffle ? { shuffle, seed } : {}) };
        const names = labels.map((label) => ['fox', 'tiger', 'ant', 'elephant'][label] as string);
        expect(testParts(stratifiedKFold(names, options))).toEqual(testParts(stratifiedKFold(labels, options)));
      }),
    );
  });

  it('is the same for the same seed and another for every other seed', () => {
    const split = (seed: number) => testParts(stratifiedKFold(blocks(20, 20), { shuffle: true, seed }));
    expect(split(3)).toEqual(split(3));
    expect(split(3)).not.toEqual(split(4));
  });

  it('keeps the labels of the call when the list changes later', () => {
    const labels = blocks(4, 4);
    const folds = stratifiedKFold(labels, { k: 2 });
    labels.fill(0);
    expect(testParts(folds)).toEqual([
      [0, 1, 4, 5],
      [2, 3, 6, 7],
    ]);
  });

  it('warns of a class too small for all folds, and goes on', () => {
    const onWarning = vi.fn();
    expect(countsOf(blocks(10, 10), 5)).toHaveLength(5);
    expect([...stratifiedKFold(blocks(10, 3), { k: 5, onWarning })]).toHaveLength(5);
    expect(onWarning).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('has 3 members, fewer than the 5 folds'));
  });

  it('warns on the console when nobody listens', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(quiet);
    stratifiedKFold(blocks(10, 3));
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it.each([
    [
      'more folds than any class has members',
      blocks(4, 3),
      { k: 5 },
      'k must be at most 4, the number of members of the largest class',
    ],
    ['no labels', [], {}, 'labels must hold a label'],
    ['a label that is no name', [0, Number.NaN, 1], {}, 'got NaN at 1'],
    ['a seed without shuffle', blocks(5, 5), { seed: 1 }, 'seed must be left out'],
  ])('refuses %s at the call', (_, labels, options, message) => {
    const split = () => stratifiedKFold(labels, options as object);
    expect(split).toThrow(ArgumentError);
    expect(split).toThrow(message);
  });
});
