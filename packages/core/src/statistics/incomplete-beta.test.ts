import { describe, expect, it } from 'vitest';
import { incompleteBeta } from './incomplete-beta.ts';
import { logGamma } from './log-gamma.ts';

describe('logGamma', () => {
  // [float(scipy.special.gammaln(a)) for a in [0.5, 1, 1.5, 3, 10.25, 100, 1e6]]
  it.each([
    [0.5, 0.5723649429247],
    [1, 0],
    [1.5, -0.12078223763524526],
    [3, Math.LN2],
    [10.25, 13.368023671476045],
    [100, 359.1342053695754],
    [1e6, 12815504.569147611],
  ])('of %f is scipy gammaln', (x, expected) => {
    expect([logGamma(x)]).toBeAllClose([expected], { rtol: 1e-14, atol: 1e-14 });
  });
});

describe('incompleteBeta', () => {
  it('is x^a for b = 1, and runs from 0 to 1', () => {
    expect([incompleteBeta(0.3, 4, 1), incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toBeAllClose([0.0081, 0, 1]);
  });

  // float(scipy.special.betainc(a, b, x))
  it.each([
    [0.3, 2, 3, 0.3483],
    [0.5, 0.5, 0.5, 0.5],
    [0.9, 5, 0.5, 0.3166429150200122],
    [1e-3, 0.5, 10, 0.11110329087513963],
    [0.99, 200, 1.5, 0.25876115169399455],
  ])('at x %f, a %f, b %f is scipy betainc', (x, a, b, expected) => {
    expect([incompleteBeta(x, a, b)]).toBeAllClose([expected], { rtol: 1e-12 });
  });
});
