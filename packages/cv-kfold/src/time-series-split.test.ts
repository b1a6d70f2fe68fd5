import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { type TimeSeriesOptions, timeSeriesSplit } from './time-series-split.ts';

const parts = (n: number, options?: TimeSeriesOptions) =>
  Array.from(timeSeriesSplit(n, options), ({ train, test }) => [[...train], [...test]]);

describe('timeSeriesSplit', () => {
  // [(len(train), len(test)) for train, test in TimeSeriesSplit().split(numpy.zeros(200))], scikit-learn 1.9.1
  it('has the sizes of scikit-learn', () => {
    expect(Array.from(timeSeriesSplit(200), ({ train, test }) => [train.length, test.length])).toEqual([
      [35, 33],
      [68, 33],
      [101, 33],
      [134, 33],
      [167, 33],
    ]);
  });

  // [(train.tolist(), test.tolist()) for train, test in
  //   TimeSeriesSplit(n_splits=3, test_size=2, gap=2).split(numpy.zeros(12))], then
  //   TimeSeriesSplit(n_splits=3, max_train_size=4).split(numpy.zeros(15)), then
  //   TimeSeriesSplit(n_splits=2, test_size=3).split(numpy.zeros(7))
  it('keeps a gap, and forgets the oldest samples beyond maxTrainSize, as scikit-learn does', () => {
    expect(parts(12, { k: 3, testSize: 2, gap: 2 })).toEqual([
      [
        [0, 1, 2, 3],
        [6, 7],
      ],
      [
        [0, 1, 2, 3, 4, 5],
        [8, 9],
      ],
      [
        [0, 1, 2, 3, 4, 5, 6, 7],
        [10, 11],
      ],
    ]);
    expect(parts(15, { k: 3, maxTrainSize: 4 })).toEqual([
      [
        [2, 3, 4, 5],
        [6, 7, 8],
      ],
      [
        [5, 6, 7, 8],
        [9, 10, 11],
      ],
      [
        [8, 9, 10, 11],
        [12, 13, 14],
      ],
    ]);
    expect(parts(7, { k: 2, testSize: 3 })).toEqual([
      [[0], [1, 2, 3]],
      [
        [0, 1, 2, 3],
        [4, 5, 6],
      ],
    ]);
  });

  it.each([
    [
      'more folds than there are samples behind the first',
      5,
      { k: 5 },
      /k must be at most 4, one less than the samples, got 5/,
    ],
    ['one fold', 10, { k: 1 }, /k must be an integer from 2, got 1/],
    [
      'test parts that leave nothing to learn from',
      6,
      { k: 3, testSize: 2 },
      /3 test parts of 2 and a gap of 0 for 6 samples/,
    ],
    ['a gap that leaves nothing to learn from', 12, { k: 3, gap: 3 }, /a gap of 3 for 12 samples/],
    ['a negative gap', 12, { gap: -1 }, /gap must be an integer from 0, got -1/],
    ['an empty test part', 12, { testSize: 0 }, /testSize must be an integer from 1, got 0/],
    ['an empty train part', 12, { maxTrainSize: 0 }, /maxTrainSize must be an integer from 1, got 0/],
    ['no number of samples', Number.NaN, {}, /n must be a number of samples/],
  ])('refuses %s at the call', (_, n, options, message) => {
    expect(() => timeSeriesSplit(n, options)).toThrow(ArgumentError);
    expect(() => timeSeriesSplit(n, options)).toThrow(message);
  });
});
