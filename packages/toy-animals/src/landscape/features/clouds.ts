import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { ellipse } from '../shapes.ts';

/** A few clouds of overlapping puffs with a flat bottom line. */
export function clouds(colour: Hsl, count: readonly [number, number] = [1, 4]): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, count, () => {
      const x = rng.uniform(-5, 105);
      const y = rng.uniform(4, horizon * 0.75);
      const size = rng.uniform(4, 9);
      const opacity = rng.uniform(0.45, 0.9);
      const tone = jitter(rng, colour, 4);
      return scatter(rng, [3, 5], () => {
        const dx = rng.uniform(-1.6, 1.6) * size;
        const radius = size * rng.uniform(0.5, 1);
        return ellipse(x + dx, y - radius * 0.3, radius, radius * 0.55, tone, opacity);
      });
    });
}
