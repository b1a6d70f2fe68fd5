import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { polygon } from '../shapes.ts';

/** Boulders with a lit top. */
export function rocks(colour: Hsl, { count = [1, 5] }: { count?: readonly [number, number] } = {}): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, count, () => {
      const x = rng.uniform(-4, 104);
      const y = horizon + rng.uniform(0.05, 0.85) * (100 - horizon);
      const w = rng.uniform(3, 10);
      const h = w * rng.uniform(0.5, 0.9);
      const tone = jitter(rng, colour, 10);
      const light: Hsl = [tone[0], tone[1], tone[2] + 9];
      const left = x - w * rng.uniform(0.3, 0.6);
      const right = x + w * rng.uniform(0.3, 0.6);
      return (
        polygon([x - w, y, left, y - h * 0.8, x, y - h, right, y - h * 0.7, x + w, y], tone) +
        polygon([left, y - h * 0.8, x, y - h, right, y - h * 0.7, x, y - h * 0.45], light)
      );
    });
}
