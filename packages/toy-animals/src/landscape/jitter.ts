import type { Rng } from '@animals/core';
import type { Hsl } from '../colour/hsl.ts';

/** A colour near the given one: hue within `reach`, saturation and lightness within its half. */
export function jitter(rng: Rng, [hue, saturation, lightness]: Hsl, reach = 10): Hsl {
  return [
    hue + rng.uniform(-reach, reach),
    saturation + rng.uniform(-reach, reach) / 2,
    lightness + rng.uniform(-reach, reach) / 2,
  ];
}
