import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { ellipse, stroke } from '../shapes.ts';

/** Umbrella trees of the savanna. */
export function acacias(crown: Hsl): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, [1, 4], () => {
      const x = rng.uniform(0, 100);
      const foot = horizon + rng.uniform(0, 6);
      const height = rng.uniform(14, 30);
      const tone = jitter(rng, crown, 10);
      const bark: Hsl = [25, 30, 24];
      const lean = rng.uniform(-0.15, 0.15) * height;
      const branch = (side: number) =>
        stroke(
          x + lean * 0.5,
          foot - height * 0.45,
          [0, -height * 0.2],
          [side * height * 0.35, -height * 0.4],
          bark,
          height * 0.05,
        );
      return (
        stroke(x, foot, [0, -height * 0.5], [lean, -height * 0.8], bark, height * 0.08) +
        branch(-1) +
        branch(1) +
        ellipse(x + lean, foot - height * 0.88, height * 0.62, height * 0.13, tone) +
        ellipse(x + lean - height * 0.08, foot - height * 0.96, height * 0.42, height * 0.1, [
          tone[0],
          tone[1],
          tone[2] + 6,
        ])
      );
    });
}
