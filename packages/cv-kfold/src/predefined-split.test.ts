import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { kFold } from './k-fold.ts';
import { predefinedSplit } from './predefined-split.ts';

describe('predefinedSplit', () => {
  // [(train.tolist(), test.tolist()) for train, test in PredefinedSplit([0, 3, -1, 3, 0]).split()], scikit-learn 1.9.1
  it('tests the samples of each name, and those of -1 never', () => {
    const folds = [...predefinedSplit([0, 3, -1, 3, 0])];
    expect(folds.map(({ index, train, test }) => [index, [...train], [...test]])).toEqual([
      [0, [1, 2, 3], [0, 4]],
      [1, [0, 2, 4], [1, 3]],
    ]);
  });

  it('gives back the folds whose list it was given', () => {
    const folds = [...kFold(20, { k: 4, shuffle: true, seed: 3 })];
    const foldOf = new Int8Array(20);
    for (const { index, test } of folds) for (const sample of test) foldOf[sample] = index;
    const again = [...predefinedSplit(foldOf)];
    expect(again.map(({ train, test }) => [train, test])).toEqual(folds.map(({ train, test }) => [train, test]));
  });

  it('keeps the list of the call when it changes later', () => {
    const foldOf = [0, 1];
    const folds = predefinedSplit(foldOf);
    foldOf.fill(0);
    expect([...folds]).toHaveLength(2);
  });

  it.each([
    [[0, 1, 0.5], /integers from -1, got 0.5 at 2/],
    [[0, -2], /got -2 at 1/],
    [[-1, -1], /must name at least one fold/],
    [[], /must name at least one fold/],
    [[4, 4], /must leave samples to learn from, got only fold 4/],
  ])('refuses %j at the call', (foldOf, message) => {
    expect(() => predefinedSplit(foldOf)).toThrow(ArgumentError);
    expect(() => predefinedSplit(foldOf)).toThrow(message);
  });
});
