import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../errors.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';
import { populationSd } from './population-sd.ts';
import { sampleSd } from './sample-sd.ts';
import { tInterval } from './t-interval.ts';

const scores = [0.85, 0.9, 0.825, 0.925, 0.875];

describe('mean', () => {
  it('is the sum over the count, also far from zero', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([1e15, 1e15 + 2])).toBe(1e15 + 1);
    expect(mean(Float32Array.of(1, 2))).toBe(1.5);
  });

  it('of equal values is exactly that value', () => {
    for (const value of [0.1, 0.9, 0.825, 1 / 3]) expect(mean(Array(7).fill(value))).toBe(value);
  });
});

describe('populationSd', () => {
  it('divides by n, and is 0 for one value', () => {
    expect(populationSd([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
    expect(populationSd([3])).toBe(0);
    expect([populationSd(scores)]).toBeAllClose([0.03535533905932741], { rtol: 1e-12 }); // numpy.std(scores)
  });
});

describe('sampleSd', () => {
  it('divides by n - 1', () => {
    expect([sampleSd([1, 2])]).toBeAllClose([Math.SQRT1_2]);
    expect([sampleSd(scores)]).toBeAllClose([0.03952847075210478], { rtol: 1e-12 }); // numpy.std(scores, ddof=1)
  });

  it('refuses a single value', () => {
    expect(() => sampleSd([1])).toThrow(/at least 2/);
  });
});

describe('median', () => {
  it('is the middle of the sorted values, or the mean of the two middle ones', () => {
    expect(median([10, 9, 1])).toBe(9);
    expect(median([10, 2, 1, 100])).toBe(6);
  });

  it('leaves the list as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('tInterval', () => {
  it('reaches t times the standard error to both sides', () => {
    // scipy.stats.t.interval(level, 4, loc=numpy.mean(scores), scale=scipy.stats.sem(scores))
    expect(tInterval(scores)).toBeAllClose([0.8259189209630611, 0.9240810790369389], { rtol: 1e-10 });
    expect(tInterval(scores, { level: 0.8 })).toBeAllClose([0.847896486166379, 0.902103513833621], { rtol: 1e-10 });
  });

  it('has no width when all values are equal', () => {
    expect(tInterval([0.9, 0.9, 0.9])).toEqual([0.9, 0.9]);
  });

  it('refuses a single value and a level that is no probability', () => {
    expect(() => tInterval([1])).toThrow(ArgumentError);
    for (const level of [0, 1, 95, Number.NaN]) expect(() => tInterval(scores, { level })).toThrow(/level must be/);
  });
});

describe('every statistic', () => {
  it.each([mean, median, populationSd, sampleSd, tInterval])(
    'refuses no values and values that are not finite',
    (of) => {
      expect(() => of([])).toThrow(ArgumentError);
      expect(() => of([1, 2, Number.NaN])).toThrow(/got NaN at 2/);
      expect(() => of([1, Number.POSITIVE_INFINITY, 2])).toThrow(/got Infinity at 1/);
    },
  );
});
