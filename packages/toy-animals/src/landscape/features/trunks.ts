import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { ellipse, rectangle } from '../shapes.ts';

/** Stems of a wood one stands in, with leaves closing the sky. */
export function trunks(bark: Hsl, leaves: Hsl): Feature {
  return ({ rng, horizon }) => {
    const stems = scatter(rng, [5, 10], () => {
      const width = rng.uniform(2, 6.5);
      const x = rng.uniform(-4, 102);
      const foot = horizon + rng.uniform(0, 9);
      const tone = jitter(rng, bark, 10);
      return (
        rectangle(x, -2, width, foot + 2, tone) +
        rectangle(x + width * 0.65, -2, width * 0.35, foot + 2, [tone[0], tone[1], tone[2] - 6])
      );
    });
    const canopy = scatter(rng, [10, 18], () =>
      ellipse(
        rng.uniform(-5, 105),
        rng.uniform(-6, 14),
        rng.uniform(7, 17),
        rng.uniform(5, 10),
        jitter(rng, leaves, 14),
        0.9,
      ),
    );
    return stems + canopy;
  };
}
