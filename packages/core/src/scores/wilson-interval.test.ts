import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  it.each([
    // scipy.stats.binomtest(count, total).proportion_ci(0.95, method='wilson')
    [7, 20, 0.1811918241010821, 0.5671457233147637],
    [0, 5, 0, 0.43448246478317476],
    [200, 200, 0.9811546736227335, 1],
    [125, 200, 0.5561430369897816, 0.6891456314159018],
    [100, 200, 0.43136085960389187, 0.5686391403961082],
    [20, 20, 0.8388748419471808, 1],
  ])("gives scipy's ends for %i of %i", (count, total, low, high) => {
    expect(wilsonInterval(count, total)).toBeAllClose([low, high], { atol: 1e-14 });
  });

  it('refuses what was not counted', () => {
    expect(() => wilsonInterval(0, 0)).toThrow('total must be an integer from 1, got 0');
    expect(() => wilsonInterval(3, 2)).toThrow('count must be an integer in [0, 2], got 3');
    expect(() => wilsonInterval(0.5, 2)).toThrow('got 0.5');
    expect(() => wilsonInterval(-1, 2)).toThrow('got -1');
  });
});
