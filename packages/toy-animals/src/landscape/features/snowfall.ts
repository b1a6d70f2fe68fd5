import type { Feature } from '../feature.ts';
import { scatter } from '../scatter.ts';
import { ellipse } from '../shapes.ts';

/** Flakes in the air, in front of everything. */
export function snowfall(): Feature {
  return ({ rng }) =>
    scatter(rng, [0, 45], () => {
      const size = rng.uniform(0.4, 1.2);
      return ellipse(rng.uniform(0, 100), rng.uniform(0, 100), size, size, [210, 30, 97], rng.uniform(0.5, 0.95));
    });
}
