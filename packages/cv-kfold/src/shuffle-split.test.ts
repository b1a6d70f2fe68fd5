import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { shuffleSplit } from './shuffle-split.ts';
import { testParts } from './testing/inspect-folds.ts';

describe('shuffleSplit', () => {
  // train, test = next(ShuffleSplit(**sizes).split(numpy.zeros(n))); [len(train), len(test)], scikit-learn 1.9.1
  it.each([
    [200, {}, [180, 20]],
    [10, { testSize: 0.25 }, [7, 3]],
    [7, { trainSize: 0.5 }, [3, 4]],
    [13, { testSize: 0.3, trainSize: 0.35 }, [4, 4]],
    [10, { testSize: 3, trainSize: 4 }, [4, 3]],
    [30, { testSize: 0.1 }, [27, 3]],
  ])('of %i samples and %j has the sizes of scikit-learn', (n, sizes, expected) => {
    const [fold] = shuffleSplit(n, sizes);
    expect([fold?.train.length, fold?.test.length]).toEqual(expected);
  });

  it('splits ten times unless told', () => {
    expect([...shuffleSplit(20)]).toHaveLength(10);
    expect(Array.from(shuffleSplit(20, { splits: 3 }), ({ index, repeat }) => [index, repeat])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
  });

  it('gives the splits that it has always given', () => {
    expect(testParts(shuffleSplit(12, { splits: 2, testSize: 3, seed: 7 }))).toEqual([
      [0, 1, 3],
      [2, 7, 9],
    ]);
  });

  it('begins with the same splits however many there are', () => {
    expect([...shuffleSplit(20, { splits: 2, seed: 4 })]).toEqual(
      [...shuffleSplit(20, { splits: 5, seed: 4 })].slice(0, 2),
    );
  });

  it('takes every sample about equally often', () => {
    const times = new Array<number>(20).fill(0);
    for (const { test } of shuffleSplit(20, { splits: 2000, testSize: 5, seed: 1 })) for (const i of test) times[i]!++;
    // Binomial with mean 500 and sd 19.4.
    expect(Math.min(...times)).toBeGreaterThan(420);
    expect(Math.max(...times)).toBeLessThan(580);
  });

  it.each([
    ['no splits', 10, { splits: 0 }, /splits must be an integer from 1, got 0/],
    [
      'a share of all',
      10,
      { testSize: 1.5 },
      /testSize must be a share in \(0, 1\) or an integer count from 1, got 1.5/,
    ],
    ['an empty share', 10, { testSize: 0 }, /testSize must be a share/],
    ['a test part of everything', 10, { testSize: 10 }, /testSize must leave samples for both parts, got 0 to learn/],
    [
      'parts that overlap',
      10,
      { testSize: 6, trainSize: 5 },
      /testSize must leave samples for both parts, got 5 to learn/,
    ],
    ['a train part of nothing', 4, { trainSize: 0.2 }, /trainSize must leave samples/],
    ['a seed that is none', 10, { seed: -1 }, /seed must be an integer/],
  ])('refuses %s at the call', (_, n, options, message) => {
    expect(() => shuffleSplit(n, options)).toThrow(ArgumentError);
    expect(() => shuffleSplit(n, options)).toThrow(message);
  });
});
