import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { stroke } from '../shapes.ts';

/** Cacti with two arms. */
export function cacti(colour: Hsl): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, [1, 4], () => {
      const x = rng.uniform(0, 100);
      const foot = horizon + rng.uniform(1, 9);
      const height = rng.uniform(10, 24);
      const tone = jitter(rng, colour, 8);
      const width = height * 0.15;
      const arm = (side: number, at: number) =>
        stroke(
          x,
          foot - height * at,
          [side * height * 0.3, 0],
          [side * height * 0.26, -height * 0.32],
          tone,
          width * 0.75,
        );
      return (
        stroke(x, foot, [0, -height / 2], [0, -height], tone, width) +
        arm(-1, rng.uniform(0.3, 0.5)) +
        arm(1, rng.uniform(0.4, 0.6))
      );
    });
}
