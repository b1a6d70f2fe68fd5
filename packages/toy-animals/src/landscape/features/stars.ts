import type { Feature } from '../feature.ts';
import { scatter } from '../scatter.ts';
import { ellipse } from '../shapes.ts';

/** Small lights all over the sky. */
export function stars(): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, [25, 50], () => {
      const size = rng.uniform(0.25, 0.7);
      return ellipse(rng.uniform(0, 100), rng.uniform(0, horizon), size, size, [52, 60, 90], rng.uniform(0.4, 1));
    });
}
