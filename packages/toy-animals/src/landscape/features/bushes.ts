import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { ellipse } from '../shapes.ts';

/** Rounded bushes on the ground, from the horizon down to the middle. */
export function bushes(colour: Hsl, { count = [2, 6] }: { count?: readonly [number, number] } = {}): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, count, () => {
      const x = rng.uniform(-4, 104);
      const y = horizon + rng.uniform(0, 0.5) * (100 - horizon);
      const size = rng.uniform(3, 8);
      const tone = jitter(rng, colour, 16);
      const light: Hsl = [tone[0], tone[1], tone[2] + 7];
      return (
        ellipse(x - size * 0.7, y, size * 0.8, size * 0.6, tone) +
        ellipse(x + size * 0.7, y, size * 0.85, size * 0.65, tone) +
        ellipse(x, y - size * 0.3, size, size * 0.8, tone) +
        ellipse(x - size * 0.25, y - size * 0.5, size * 0.5, size * 0.35, light)
      );
    });
}
