import type { Hsl } from '../../colour/hsl.ts';
import type { Feature } from '../feature.ts';
import { ellipse } from '../shapes.ts';

/** A sun (or moon) with a soft halo, somewhere in the sky. */
export function sun(colour: Hsl, { low = false }: { low?: boolean } = {}): Feature {
  return ({ rng, horizon }) => {
    const x = rng.uniform(8, 92);
    const y = low ? horizon - rng.uniform(0, 8) : rng.uniform(6, horizon * 0.55);
    const radius = rng.uniform(4, low ? 12 : 7);
    const halo = [2.4, 1.7, 1.3].map((scale) => ellipse(x, y, radius * scale, radius * scale, colour, 0.16));
    return halo.join('') + ellipse(x, y, radius, radius, colour);
  };
}
