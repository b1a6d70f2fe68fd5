import type { Rng } from '@animals/core';

/** Draws between `least` and `most` things and joins their SVG. */
export function scatter(rng: Rng, [least, most]: readonly [number, number], draw: () => string): string {
  return Array.from({ length: rng.int(least, most + 1) }, draw).join('');
}
