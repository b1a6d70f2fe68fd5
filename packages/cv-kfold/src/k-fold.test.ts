import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kFold } from './k-fold.ts';
import { coverFault, testParts } from './testing/inspect-folds.ts';

const sizes = (n: number, k: number) => Array.from(kFold(n, { k }), ({ test }) => test.length);

describe('kFold', () => {
  // [len(test) for _, test in KFold(k).split(numpy.zeros(n))]
  it('has the sizes of scikit-learn: the first n mod k test parts have one more', () => {
    expect(sizes(200, 5)).toEqual([40, 40, 40, 40, 40]);
    expect(sizes(203, 5)).toEqual([41, 41, 41, 40, 40]);
    expect([...kFold(200)].every(({ train }) => train.length === 160)).toBe(true);
  });

  it('cuts contiguous test parts without shuffle', () => {
    expect(testParts(kFold(10, { k: 3 }))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
  });

  it('covers every sample once per repeat, in parts whose sizes differ by at most one', () => {
    const cases = fc.integer({ min: 2, max: 120 }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        k: fc.integer({ min: 2, max: n }),
        repeats: fc.integer({ min: 1, max: 3 }),
        seed: fc.nat(),
      }),
    );
    fc.assert(
      fc.property(cases, fc.boolean(), ({ n, k, repeats, seed }, shuffle) => {
        const folds = [...kFold(n, shuffle ? { k, repeats, shuffle, seed } : { k, repeats })];
        expect(folds.length).toBe(k * repeats);
        expect(coverFault(folds, { n, k })).toBeNull();
        const lengths = folds.map(({ test }) => test.length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same for the same seed, another for every other seed and repeat', () => {
    const split = (seed: number) => testParts(kFold(40, { shuffle: true, seed, repeats: 2 }));
    expect(split(7)).toEqual(split(7));
    expect(split(7)).not.toEqual(split(8));
    expect(split(7).slice(0, 5)).not.toEqual(split(7).slice(5));
    expect(split(0)).toEqual(testParts(kFold(40, { shuffle: true, repeats: 2 })));
    expect(testParts(kFold(40, { shuffle: true, seed: 7 }))).toEqual(split(7).slice(0, 5));
  });

  it('gives the folds that it has always given', () => {
    const folds = [...kFold(10, { k: 2, shuffle: true, seed: 7 })];
    expect(folds.map(({ test, seed }) => [[...test], seed])).toEqual([
      [[0, 1, 3, 4, 5], 1434594911],
      [[2, 6, 7, 8, 9], 1584569623],
    ]);
  });

  it('mixes: with shuffle every pair of samples is apart about as often as chance has it', () => {
    const folds = [...kFold(10, { k: 2, shuffle: true, seed: 1, repeats: 400 })];
    const together = folds.filter(({ test }) => test.includes(0) === test.includes(1)).length / folds.length;
    expect(together).toBeGreaterThan(4 / 9 - 0.08);
    expect(together).toBeLessThan(4 / 9 + 0.08);
  });

  it('gives every fold its own seed, which k and shuffle leave alone', () => {
    const seeds = Array.from(kFold(20, { k: 4, repeats: 3 }), ({ seed }) => seed);
    expect(new Set(seeds).size).toBe(12);
    expect(seeds.every((seed) => seed > 0)).toBe(true);
    const shuffled = Array.from(kFold(20, { k: 5, shuffle: true, seed: 0 }), ({ seed }) => seed);
    expect(shuffled.slice(0, 4)).toEqual(seeds.slice(0, 4));
    expect(Array.from(kFold(20, { k: 4, shuffle: true, seed: 1 }), ({ seed }) => seed)).not.toEqual(seeds.slice(0, 4));
  });

  it.each([
    ['more folds than samples', 3, { k: 5 }, 'k must be at most 3, the number of samples, got 5'],
    ['one fold', 10, { k: 1 }, 'k must be an integer from 2, got 1'],
    ['half a fold', 10, { k: 2.5 }, 'k must be an integer from 2, got 2.5'],
    ['no repeats', 10, { repeats: 0 }, 'repeats must be an integer from 1, got 0'],
    ['a seed without shuffle', 10, { seed: 3 }, 'seed must be left out without shuffle, got 3'],
    ['seed 0 without shuffle', 10, { seed: 0 }, 'seed must be left out without shuffle, got 0'],
    ['a negative seed', 10, { shuffle: true, seed: -1 }, 'seed must be an integer'],
    ['a shuffle that is no boolean', 10, { shuffle: 1 }, 'shuffle must be a boolean, got 1'],
    ['a fraction of a sample', 10.5, {}, 'n must be a number of samples'],
    ['no samples', 0, {}, 'k must be at most 0'],
  ])('refuses %s at the call', (_, n, options, message) => {
    const split = () => kFold(n, options as object);
    expect(split).toThrow(ArgumentError);
    expect(split).toThrow(message);
  });
});
