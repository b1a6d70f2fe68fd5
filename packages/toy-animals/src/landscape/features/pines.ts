import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { polygon, rectangle } from '../shapes.ts';

/** Conifers of three tiers; with `snow`, each tier carries some. */
export function pines(colour: Hsl, { snow }: { snow?: Hsl } = {}): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, [3, 8], () => {
      const x = rng.uniform(-3, 103);
      const foot = horizon + rng.uniform(0, 9);
      const height = rng.uniform(14, 36);
      const tone = jitter(rng, colour, 8);
      const tiers = [0.08, 0.34, 0.6].map((start, tier) => {
        const half = height * (0.24 - tier * 0.055);
        const base = foot - height * start;
        const tip = foot - height * (start + 0.42);
        const fill: Hsl = [tone[0], tone[1], tone[2] + tier * 2.5];
        const top = snow
          ? polygon([x, tip, x + half * 0.45, tip + height * 0.19, x - half * 0.4, tip + height * 0.17], snow)
          : '';
        return polygon([x, tip, x + half, base, x - half, base], fill) + top;
      });
      return (
        rectangle(x - height * 0.03, foot - height * 0.1, height * 0.06, height * 0.1, [25, 30, 22]) + tiers.join('')
      );
    });
}
