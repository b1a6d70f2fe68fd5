import { describe, expect, it } from 'vitest';
import { summarise } from './summarise.ts';

describe('summarise', () => {
  it('gives mean, population sd and t interval', () => {
    // numpy.mean, numpy.std, scipy.stats.t.interval(0.95, 4, loc=mean, scale=scipy.stats.sem(scores))
    const { mean, sd, ci95 } = summarise([0.85, 0.9, 0.825, 0.925, 0.875]);
    expect([mean, sd, ...ci95]).toBeAllClose([0.875, 0.03535533905932741, 0.8259189209630611, 0.9240810790369389], {
      rtol: 1e-10,
    });
  });

  it('does not clip the interval', () => {
    expect(summarise([1, 0.9, 1]).ci95[1]).toBeGreaterThan(1);
  });

  it('refuses a single score', () => {
    expect(() => summarise([0.9])).toThrow(/at least 2/);
  });
});
