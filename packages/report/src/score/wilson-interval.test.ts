import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  it("gives scipy's ends", () => {
    // scipy.stats.binomtest(7, 20).proportion_ci(method='wilson'), and of 0 of 5
    const [low, high] = wilsonInterval(7, 20);
    expect(low).toBeCloseTo(0.1811918241010821, 14);
    expect(high).toBeCloseTo(0.5671457233147637, 14);
    expect(wilsonInterval(0, 5)[0]).toBe(0);
    expect(wilsonInterval(0, 5)[1]).toBeCloseTo(0.43448246478317476, 14);
  });
});
