import type { Rng } from '@animals/core';

/** Where a feature is drawn: a square of 100 x 100 units, the sky above `horizon`. */
export interface Place {
  readonly rng: Rng;
  readonly horizon: number;
}

/** Something in a landscape: draws itself as SVG elements. */
export type Feature = (place: Place) => string;
