import type { Rng } from '@animals/core';

/** A number of the gamma distribution with scale 1. @see Marsaglia and Tsang 2000 */
function drawGamma(rng: Rng, shape: number): number {
  if (shape < 1) return drawGamma(rng, shape + 1) * (1 - rng.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = rng.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - rng.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Weights that add up to 1, of the symmetric Dirichlet distribution; two of them are a beta variable and its rest. */
export function drawDirichlet(rng: Rng, alpha: number, count: number): number[] {
  const values = Array.from({ length: count }, () => drawGamma(rng, alpha));
  const sum = values.reduce((a, b) => a + b, 0);
  // Of tiny alphas all can round to 0.
  if (!(sum > 0)) return values.map((_, i) => (i === 0 ? 1 : 0));
  return values.map((value) => value / sum);
}
