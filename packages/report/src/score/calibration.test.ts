import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibration } from './calibration.ts';

describe('calibration', () => {
  it('compares predicted and observed in each bin', () => {
    const { bins, ece, maximum, count } = calibration([0.1, 0.2, 0.5, 0.9, 1], [0, 1, 1, true, false], { bins: 2 });
    expect(count).toBe(5);
    // bin (0, 0.5]: mean 0.8 / 3, observed 2 / 3; bin (0.5, 1]: mean 0.95, observed 0.5
    expect(bins.map((bin) => bin.count)).toEqual([3, 2]);
    expect(bins[0]!.predicted).toBeCloseTo(0.8 / 3, 15);
    expect(bins[0]!.observed).toBeCloseTo(2 / 3, 15);
    expect(maximum).toBeCloseTo(0.45, 15);
    expect(ece).toBeCloseTo((3 * 0.4 + 2 * 0.45) / 5, 15);
  });

  it('leaves empty bins empty, and takes 0 and 1', () => {
    const { bins, ece } = calibration([0, 1], [0, 1]);
    expect(bins.map(({ predicted }) => predicted)).toEqual([0, ...Array(8).fill(null), 1]);
    expect(ece).toBe(0);
  });

  it('counts every prediction once, inside its bin, with an error of at most 1', () => {
    const pair = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (pairs, bins) => {
        const made = calibration(
          pairs.map(([p]) => p),
          pairs.map(([, o]) => o),
          { bins },
        );
        expect(made.bins.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length);
        for (const { low, high, predicted } of made.bins) {
          if (predicted === null) continue;
          expect(predicted).toBeGreaterThanOrEqual(low - 1e-12);
          expect(predicted).toBeLessThanOrEqual(high + 1e-12);
        }
        expect(made.ece).toBeLessThanOrEqual(made.maximum + 1e-12);
        expect(made.maximum).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses what is no probability, no outcome, and no number of bins', () => {
    expect(() => calibration([1.1], [1])).toThrow('[0, 1], got 1.1');
    expect(() => calibration([Number.NaN], [1])).toThrow('got NaN');
    expect(() => calibration([0.5], [2])).toThrow('0 or 1, got 2');
    expect(() => calibration([0.5], [])).toThrow('got 1 for 0');
    expect(() => calibration([], [])).toThrow('at least one');
    expect(() => calibration([0.5], [1], { bins: 0 })).toThrow('bins');
  });
});
