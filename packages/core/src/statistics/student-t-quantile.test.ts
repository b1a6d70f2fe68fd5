import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../errors.ts';
import { studentTQuantile } from './student-t-quantile.ts';

describe('studentTQuantile', () => {
  it('is the tangent for one degree of freedom and algebraic for two', () => {
    const cauchy = Math.tan(Math.PI * (0.9 - 0.5));
    const two = (2 * 0.9 - 1) / Math.sqrt(2 * 0.9 * 0.1);
    expect([studentTQuantile(0.9, 1), studentTQuantile(0.9, 2)]).toBeAllClose([cauchy, two], { rtol: 1e-13 });
    expect(studentTQuantile(0.5, 3)).toBe(0);
  });

  // float(scipy.stats.t.ppf(p, df)), scipy 1.17.1
  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 4, 2.7764451051977934],
    [0.975, 9, 2.262157162798205],
    [0.95, 2, 2.9199855803537242],
    [0.995, 30, 2.7499956535672254],
    [0.6, 3, 0.2766706623326898],
    [0.5001, 5, 0.0002634305560701236],
    [0.01, 7, -2.9979515668685286],
    [1e-10, 2, -70710.67810804816],
    [0.999999, 1, 318309.88617359026],
    [0.975, 199, 1.9719565442517533],
    [0.975, 1e4, 1.960201239890626],
    [0.9, 2.5, 1.7302509288071766],
    [1e-50, 1, -3.1830988618379065e49],
  ])('at p %f with %f degrees of freedom is scipy t.ppf', (p, df, expected) => {
    expect([studentTQuantile(p, df)]).toBeAllClose([expected], { rtol: 1e-9, atol: 0 });
  });

  it('comes close to the normal quantile for many degrees of freedom', () => {
    // float(scipy.stats.t.ppf(0.975, 1e6))
    expect([studentTQuantile(0.975, 1e6)]).toBeAllClose([1.959966356814107], { rtol: 1e-7 });
  });

  it('is odd about one half and grows with p', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 499 }), fc.integer({ min: 1, max: 60 }), (thousandths, df) => {
        const p = thousandths / 1000;
        const low = studentTQuantile(p, df);
        expect([-low]).toBeAllClose([studentTQuantile(1 - p, df)], { rtol: 1e-9 });
        expect(studentTQuantile(p + 0.001, df)).toBeGreaterThan(low);
      }),
    );
  });

  it('refuses a probability or degrees of freedom outside their range', () => {
    for (const p of [0, 1, -1, 1e-101, Number.NaN]) expect(() => studentTQuantile(p, 3)).toThrow(ArgumentError);
    for (const df of [0, 0.5, Number.POSITIVE_INFINITY, Number.NaN]) {
      expect(() => studentTQuantile(0.9, df)).toThrow(/df must be/);
    }
  });
});
