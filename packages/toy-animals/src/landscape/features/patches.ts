import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { ellipse } from '../shapes.ts';

/** Flat stains that give the ground its texture, larger when nearer. */
export function patches(colour: Hsl): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, [8, 16], () => {
      const depth = rng.uniform(0.02, 1);
      const y = horizon + depth * (100 - horizon);
      const width = (4 + 16 * depth) * rng.uniform(0.5, 1.2);
      return ellipse(rng.uniform(-5, 105), y, width, width * rng.uniform(0.1, 0.22), jitter(rng, colour, 12), 0.35);
    });
}
