import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { stroke } from '../shapes.ts';

/** Single blades of grass over the ground. */
export function tufts(colour: Hsl, { count = [25, 45] }: { count?: readonly [number, number] } = {}): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, count, () => {
      const depth = rng.uniform(0.03, 1);
      const height = (1.5 + 5 * depth) * rng.uniform(0.6, 1.3);
      const y = horizon + depth * (100 - horizon) + 1;
      const sway = rng.uniform(-0.5, 0.5) * height;
      return stroke(
        rng.uniform(0, 100),
        y,
        [sway * 0.2, -height * 0.6],
        [sway, -height],
        jitter(rng, colour, 14),
        0.35 + 0.5 * depth,
      );
    });
}
