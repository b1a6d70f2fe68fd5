import { ArgumentError } from '@animals/core';
import { describe, expect, it, vi } from 'vitest';
import { kFold } from './k-fold.ts';
import { repeated } from './repeated.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { coverFault, testParts } from './testing/inspect-folds.ts';
import { trainTestSplit } from './train-test-split.ts';

const shuffled = (seed: number) => kFold(20, { k: 4, shuffle: true, seed });

describe('repeated', () => {
  // RepeatedStratifiedKFold().get_n_splits() is 50, scikit-learn 1.9.1
  it('repeats ten times unless told', () => {
    const labels = Array.from({ length: 20 }, (_, i) => i % 2);
    expect([...repeated((seed) => stratifiedKFold(labels, { shuffle: true, seed }))]).toHaveLength(50);
  });

  it('numbers the repeats, and covers every sample once in each', () => {
    const folds = [...repeated(shuffled, { repeats: 3, seed: 9 })];
    expect(coverFault(folds, { n: 20, k: 4 })).toBeNull();
    expect(new Set(folds.map(({ seed }) => seed)).size).toBe(12);
  });

  it('hands out a fresh seed each time, decided by its own', () => {
    const seeds = (seed: number) => {
      const split = vi.fn(shuffled);
      Array.from(repeated(split, { repeats: 4, seed }));
      return split.mock.calls.map(([given]) => given);
    };
    expect(new Set(seeds(1)).size).toBe(4);
    expect(seeds(1)).toEqual(seeds(1));
    expect(seeds(1)).not.toEqual(seeds(2));
    const parts = testParts(repeated(shuffled, { repeats: 2 }));
    expect(parts.slice(0, 4)).not.toEqual(parts.slice(4));
  });

  it('counts on where the split repeats itself', () => {
    const twice = (seed: number) => kFold(6, { k: 2, repeats: 2, shuffle: true, seed });
    expect(Array.from(repeated(twice, { repeats: 2 }), ({ repeat, index }) => [repeat, index])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 1],
    ]);
  });

  it('repeats a single split', () => {
    const folds = [...repeated((seed) => [trainTestSplit(10, { seed })], { repeats: 3 })];
    expect(folds.map(({ repeat }) => repeat)).toEqual([0, 1, 2]);
  });

  it('refuses no repeats, and what the split refuses, at the call', () => {
    expect(() => repeated(shuffled, { repeats: 0 })).toThrow(ArgumentError);
    expect(() => repeated((seed) => kFold(2, { k: 3, shuffle: true, seed }))).toThrow(/k must be at most 2/);
  });
});
