import { describe, expect, it } from 'vitest';
import { wilsonLower } from './wilson-lower.ts';

describe('wilsonLower', () => {
  it('gives the lower end of the interval', () => {
    expect(wilsonLower(0, 10)).toBeCloseTo(0, 15);
    // scipy.stats.binomtest(k, n).proportion_ci(0.95, method='wilson').low
    expect([wilsonLower(200, 200), wilsonLower(125, 200), wilsonLower(100, 200), wilsonLower(20, 20)]).toBeAllClose([
      0.9811546736227335, 0.5561430369897816, 0.43136085960389187, 0.8388748419471808,
    ]);
  });
});
