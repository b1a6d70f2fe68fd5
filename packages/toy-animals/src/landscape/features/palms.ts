import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { stroke } from '../shapes.ts';

/** Palms with a bent trunk and drooping fronds. */
export function palms(crown: Hsl): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, [1, 4], () => {
      const x = rng.uniform(2, 98);
      const foot = horizon + rng.uniform(0, 9);
      const height = rng.uniform(22, 42);
      const lean = rng.uniform(-0.3, 0.3) * height;
      const tone = jitter(rng, crown, 10);
      const fronds = [-0.42, -0.34, -0.15, 0.15, 0.34, 0.42].map((dx, index) => {
        const drop = [0.12, -0.04, -0.14, -0.14, -0.04, 0.12][index]!;
        const fill: Hsl = [tone[0], tone[1], tone[2] + (index % 3) * 4];
        return stroke(
          x + lean,
          foot - height,
          [dx * height * 0.5, -0.16 * height],
          [dx * height, drop * height],
          fill,
          height * 0.06,
        );
      });
      return (
        stroke(x, foot, [lean * 0.1, -height * 0.6], [lean, -height], [32, 30, 36], height * 0.06) + fronds.join('')
      );
    });
}
