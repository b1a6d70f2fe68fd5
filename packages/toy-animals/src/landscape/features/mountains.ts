import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';
import { polygon } from '../shapes.ts';

/** Peaks with a lit and a shaded side, and snow on top where `snow` is given. */
export function mountains(colour: Hsl, { snow }: { snow?: Hsl } = {}): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, [2, 4], () => {
      const x = rng.uniform(0, 100);
      const height = rng.uniform(0.35, 0.8) * horizon;
      const half = height * rng.uniform(0.7, 1.2);
      const top = horizon - height;
      const tone = jitter(rng, colour, 6);
      const shade: Hsl = [tone[0], tone[1], tone[2] - 9];
      const cap = 0.28;
      const peak = [x, top, x + half * cap, top + height * cap, x + half * 0.08, top + height * 0.2];
      const side = [x - half * 0.12, top + height * 0.32, x - half * cap, top + height * cap];
      return (
        polygon([x, top, x + half, horizon, x - half, horizon], tone) +
        polygon([x, top, x + half, horizon, x + half * 0.2, horizon], shade) +
        (snow ? polygon([...peak, ...side], snow) : '')
      );
    });
}
