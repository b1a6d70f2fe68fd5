import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reliability } from './reliability.ts';

const y = [0, 0, 1, 1, 0, 1, 1, 0];
const s = [0.1, 0.4, 0.35, 0.8, 0.4, 0.9, 0.6, 0.6];

describe('reliability', () => {
  it('has the bins of scikit-learn, and its Brier score', () => {
    // calibration_curve(y, s, n_bins=5), brier_score_loss(y, s)
    const { bins, ece, mce, brier } = reliability(y, s, { bins: 5 });
    expect(bins.map(({ count }) => count)).toEqual([1, 3, 2, 1, 1]);
    expect(bins.map(({ frequency }) => frequency as number)).toBeAllClose([0, 1 / 3, 0.5, 1, 1]);
    expect(bins.map(({ confidence }) => confidence as number)).toBeAllClose([0.1, 0.3833333333333333, 0.6, 0.8, 0.9]);
    expect(ece).toBeCloseTo((0.1 + 3 * 0.05 + 2 * 0.1 + 0.2 + 0.1) / 8, 12);
    expect(mce).toBeCloseTo(0.2, 12);
    expect(brier).toBeCloseTo(0.16531250000000003, 12);
  });

  it('compares what was said and what came true in each bin, booleans too', () => {
    const { bins, ece, mce } = reliability([0, 1, 1, true, false], [0.1, 0.2, 0.5, 0.9, 1], { bins: 2 });
    // bin [0, 0.5]: mean 0.8 / 3, came true 2 / 3; bin (0.5, 1]: mean 0.95, came true 0.5
    expect(bins.map(({ count }) => count)).toEqual([3, 2]);
    expect(bins.map(({ confidence }) => confidence as number)).toBeAllClose([0.8 / 3, 0.95]);
    expect(bins.map(({ frequency }) => frequency as number)).toBeAllClose([2 / 3, 0.5]);
    expect(mce).toBeCloseTo(0.45, 15);
    expect(ece).toBeCloseTo((3 * 0.4 + 2 * 0.45) / 5, 15);
  });

  it('leaves empty bins empty, takes 0 and 1, and the rounding of float32', () => {
    const { bins, ece } = reliability([0, 1], [0, 1]);
    expect(bins.map(({ confidence }) => confidence)).toEqual([0, ...Array(8).fill(null), 1]);
    expect(ece).toBe(0);
    expect(reliability([1], [1 + 1e-7]).bins.at(-1)?.count).toBe(1);
  });

  it('puts an edge into the bin below it, however its product is rounded', () => {
    for (let bins = 1; bins <= 100; bins++) {
      const edges = Array.from({ length: bins }, (_, i) => (i + 1) / bins);
      const made = reliability(
        edges.map(() => 1),
        edges,
        { bins },
      );
      expect(made.bins.map(({ count }) => count)).toEqual(edges.map(() => 1));
    }
  });

  it('counts every sample once, inside its bin, with an error of at most 1', () => {
    const pair = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (pairs, bins) => {
        const made = reliability(
          pairs.map(([, o]) => o),
          pairs.map(([p]) => p),
          { bins },
        );
        expect(made.bins.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length);
        for (const { from, to, confidence } of made.bins) {
          if (confidence === null) continue;
          expect(confidence).toBeGreaterThanOrEqual(from - 1e-12);
          expect(confidence).toBeLessThanOrEqual(to + 1e-12);
        }
        expect(made.ece).toBeLessThanOrEqual(made.mce + 1e-12);
        expect(made.mce).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses what is no probability, no outcome, and no number of bins', () => {
    expect(() => reliability([1], [1.1])).toThrow('[0, 1], got 1.1');
    expect(() => reliability([1], [Number.NaN])).toThrow('got NaN');
    expect(() => reliability([2], [0.5])).toThrow('0 or 1, got 2');
    expect(() => reliability([], [0.5])).toThrow('at least one');
    expect(() => reliability([1], [])).toThrow('one value per label (1), got 0');
    expect(() => reliability([1], [0.5], { bins: 0 })).toThrow('bins must be an integer from 1, got 0');
  });
});
