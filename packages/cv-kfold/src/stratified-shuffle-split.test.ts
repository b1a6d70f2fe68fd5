import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { stratifiedShuffleSplit } from './stratified-shuffle-split.ts';

const blocks = (...counts: number[]) => counts.flatMap((count, label) => Array<number>(count).fill(label));

function countsOf(labels: readonly number[], part: Uint32Array): number[] {
  return blocks(...Array(Math.max(...labels) + 1).fill(1)).map((c) => part.filter((i) => labels[i] === c).length);
}

describe('stratifiedShuffleSplit', () => {
  // train, test = next(StratifiedShuffleSplit(**sizes).split(numpy.zeros(len(y)), y));
  // numpy.bincount(y[train]), numpy.bincount(y[test], minlength=classes), scikit-learn 1.9.1, for y without ties
  it.each([
    [[103, 97], { testSize: 0.25 }, [77, 73], [26, 24]],
    [[120, 50, 30], { testSize: 0.2 }, [96, 40, 24], [24, 10, 6]],
    [[5, 3, 90], {}, [4, 3, 81], [1, 0, 9]],
  ])('of classes %j and %j has the counts of scikit-learn', (counts, sizes, train, test) => {
    const labels = blocks(...counts);
    for (const fold of stratifiedShuffleSplit(labels, { ...sizes, splits: 3 })) {
      expect([countsOf(labels, fold.train), countsOf(labels, fold.test)]).toEqual([train, test]);
    }
  });

  // The same over random_state 0 to 29: all that scikit-learn gives where remainders tie.
  it('draws lots where remainders tie, among the counts that scikit-learn draws from', () => {
    const seen = (counts: number[], sizes: object) => {
      const labels = blocks(...counts);
      const folds = [...stratifiedShuffleSplit(labels, { ...sizes, splits: 30 })];
      return [
        ...new Set(folds.map(({ train, test }) => JSON.stringify([countsOf(labels, train), countsOf(labels, test)]))),
      ].sort();
    };
    expect(seen([67, 66, 67], { testSize: 40 })).toEqual(['[[53,53,54],[14,13,13]]', '[[54,53,53],[13,13,14]]']);
    expect(seen([13, 7, 29, 51], { testSize: 0.15, trainSize: 0.5 })).toEqual([
      '[[6,4,14,26],[2,1,4,8]]',
      '[[6,4,14,26],[2,1,5,7]]',
      '[[7,4,14,25],[2,1,4,8]]',
    ]);
  });

  it('takes other members of a class each time', () => {
    const [first, second] = stratifiedShuffleSplit(blocks(20, 20), { splits: 2, testSize: 10, seed: 2 });
    expect(first?.test).not.toEqual(second?.test);
  });

  it.each([
    ['a class of a single member', blocks(5, 1), {}, /each class at least twice/],
    [
      'fewer test samples than classes',
      blocks(5, 5, 5),
      { testSize: 2 },
      /at least 3 samples, one a class, in each part, got 13/,
    ],
    ['fewer train samples than classes', blocks(5, 5, 5), { trainSize: 2 }, /got 2 to learn from and 13/],
    ['no splits', blocks(5, 5), { splits: 0 }, /splits must be/],
    ['a label that is no name', [0, Number.NaN], {}, /got NaN at 1/],
  ])('refuses %s at the call', (_, labels, options, message) => {
    expect(() => stratifiedShuffleSplit(labels, options)).toThrow(ArgumentError);
    expect(() => stratifiedShuffleSplit(labels, options)).toThrow(message);
  });
});
