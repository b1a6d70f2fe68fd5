import type { Rng } from '@animals/core';
import type { PartSizes } from './part-sizes.ts';
import type { Parts } from './parts.ts';

/** Draws both parts at random. */
export function drawParts(n: number, { train, test }: PartSizes, rng: Rng): Parts {
  const order = rng.permutation(n);
  return { train: order.slice(test, test + train).sort(), test: order.slice(0, test).sort() };
}
