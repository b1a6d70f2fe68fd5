import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { ellipse, rectangle } from '../shapes.ts';

/** Broad-leaved trees along the horizon. */
export function trees(crown: Hsl, { count = [2, 6] }: { count?: readonly [number, number] } = {}): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, count, () => {
      const x = rng.uniform(-3, 103);
      const foot = horizon + rng.uniform(0, 8);
      const height = rng.uniform(14, 32);
      const tone = jitter(rng, crown, 14);
      const light: Hsl = [tone[0], tone[1], tone[2] + 8];
      const bark = jitter(rng, [26, 30, 28], 6);
      const puff = (dx: number, dy: number, size: number, fill: Hsl) =>
        ellipse(x + dx * height, foot - dy * height, size * height, size * height * 0.9, fill);
      return (
        rectangle(x - height * 0.05, foot - height * 0.5, height * 0.1, height * 0.5, bark) +
        puff(-0.14, 0.6, 0.22, tone) +
        puff(0.16, 0.58, 0.2, tone) +
        puff(0, 0.78, 0.24, tone) +
        puff(-0.07, 0.8, 0.13, light)
      );
    });
}
