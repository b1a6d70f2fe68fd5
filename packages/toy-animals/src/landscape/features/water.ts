import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { scatter } from '../scatter.ts';
import { ellipse, rectangle } from '../shapes.ts';

/** A band of water below the horizon with glints on it. */
export function water(colour: Hsl): Feature {
  return ({ rng, horizon }) => {
    const depth = rng.uniform(0.15, 0.45) * (100 - horizon);
    const [hue, saturation, lightness] = colour;
    const glints = scatter(rng, [8, 18], () => {
      const y = horizon + rng.uniform(0.05, 0.95) * depth;
      return ellipse(rng.uniform(0, 100), y, rng.uniform(2, 8), 0.4, [hue, saturation, lightness + 18], 0.6);
    });
    return (
      rectangle(0, horizon, 100, depth, colour) +
      rectangle(0, horizon, 100, depth * 0.3, [hue, saturation, lightness + 7], 0.6) +
      glints
    );
  };
}
