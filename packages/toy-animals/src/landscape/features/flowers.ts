import type { Feature } from '../feature.ts';
import { scatter } from '../scatter.ts';
import { ellipse } from '../shapes.ts';

/** Dots of bright colour in the meadow, of two or three kinds. */
export function flowers(): Feature {
  return ({ rng, horizon }) => {
    const hues = [rng.uniform(0, 360), rng.uniform(300, 420), rng.uniform(20, 60)];
    return scatter(rng, [18, 45], () => {
      const depth = rng.uniform(0.06, 1);
      const y = horizon + depth * (100 - horizon);
      const size = 0.5 + depth * rng.uniform(0.6, 1.3);
      const hue = hues[rng.int(0, hues.length)]!;
      const x = rng.uniform(0, 100);
      return ellipse(x, y, size, size * 0.8, [hue, 75, 62]) + ellipse(x, y, size * 0.35, size * 0.3, [48, 85, 70]);
    });
  };
}
