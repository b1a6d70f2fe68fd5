import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNoLeak } from './assert-no-leak.ts';
import { groupKFold } from './group-k-fold.ts';
import { coverFault, testParts } from './testing/inspect-folds.ts';

/** The groups of each test part. */
function partGroups(groups: readonly number[], k: number): number[][] {
  return testParts(groupKFold(groups, { k })).map((part) => [...new Set(part.map((i) => groups[i] as number))]);
}

describe('groupKFold', () => {
  // GroupKFold(k).split(numpy.zeros(len(groups)), groups=groups)
  it('gives the largest group to the lightest fold, as scikit-learn does', () => {
    const groups = [6, 5, 4, 3, 2, 1].flatMap((size, i) => Array<number>(size).fill(i + 1));
    expect(partGroups(groups, 3)).toEqual([
      [1, 6],
      [2, 5],
      [3, 4],
    ]);
  });

  it('takes equally large groups by descending name, as scikit-learn does', () => {
    const groups = Array.from({ length: 200 }, (_, i) => Math.floor(i / 5));
    const every5th = (first: number) => Array.from({ length: 8 }, (_, i) => first + 5 * i);
    expect(partGroups(groups, 5)).toEqual([4, 3, 2, 1, 0].map(every5th));
    const mixed = [3, 1, 2, 3, 3, 1, 2, 2, 1, 5, 5, 4];
    expect(testParts(groupKFold(mixed, { k: 2 }))).toEqual([
      [0, 1, 3, 4, 5, 8],
      [2, 6, 7, 9, 10, 11],
    ]);
    expect(testParts(groupKFold(mixed, { k: 3 }))).toEqual([
      [0, 3, 4, 9, 10],
      [2, 6, 7, 11],
      [1, 5, 8],
    ]);
  });

  it('sorts numbers by value and names by code unit', () => {
    expect(testParts(groupKFold([9, 10, 11], { k: 3 }))).toEqual([[2], [1], [0]]);
    expect(testParts(groupKFold(['b', 'a', 'B'], { k: 3 }))).toEqual([[0], [1], [2]]);
    expect(testParts(groupKFold(['1', 1], { k: 2 }))).toEqual([[0], [1]]);
  });

  it('covers every sample once, keeps groups together, and is as even as the largest group allows', () => {
    const cases = fc.record({
      groups: fc.array(fc.nat(15), { minLength: 2, maxLength: 80 }),
      k: fc.integer({ min: 2, max: 6 }),
      seed: fc.nat(),
      shuffle: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ groups, k, seed, shuffle }) => {
        fc.pre(new Set(groups).size >= k);
        const folds = [...groupKFold(groups, shuffle ? { k, shuffle, seed } : { k })];
        expect(coverFault(folds, { n: groups.length, k })).toBeNull();
        for (const fold of folds) assertNoLeak(fold, { groups });
        const sizes = folds.map(({ test }) => test.length);
        const largest = Math.max(...groups.map((group) => groups.filter((other) => other === group).length));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
        expect(Math.min(...sizes)).toBeGreaterThan(0);
      }),
    );
  });

  it('shuffles by seed, with test parts as even as without', () => {
    const groups = Array.from({ length: 60 }, (_, i) => i >> 1);
    const split = (seed: number) => testParts(groupKFold(groups, { shuffle: true, seed }));
    expect(split(1)).toEqual(split(1));
    expect(split(1)).not.toEqual(split(2));
    expect(split(1).map((part) => part.length)).toEqual([12, 12, 12, 12, 12]);
  });

  it('shuffles which fold is which also when no two groups are equally large', () => {
    const groups = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4];
    const splits = [0, 1, 2, 3, 4].map((seed) =>
      JSON.stringify(testParts(groupKFold(groups, { k: 4, shuffle: true, seed }))),
    );
    expect(new Set(splits).size).toBeGreaterThan(1);
  });

  it.each([
    ['more folds than groups', [1, 1, 2, 2, 3], { k: 4 }, 'k must be at most 3, the number of groups, got 4'],
    [
      'a missing group',
      [1, undefined as unknown as number],
      {},
      'groups must hold strings or finite numbers, got undefined at 1',
    ],
    ['a seed without shuffle', [1, 2, 3, 4, 5], { seed: 1 }, 'seed must be left out'],
  ])('refuses %s at the call', (_, groups, options, message) => {
    const split = () => groupKFold(groups, options as object);
    expect(split).toThrow(ArgumentError);
    expect(split).toThrow(message);
  });
});
