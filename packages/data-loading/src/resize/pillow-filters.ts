/** A filter of Pillow: how far it reaches at scale 1, and its weight at a distance. */
export interface PillowFilter {
  readonly support: number;
  readonly weight: (distance: number) => number;
}

/**
 * The filters of Pillow's `resize`, by our names.
 *
 * @see Pillow, src/libImaging/Resample.c, whose formulas these are; bicubic is Keys' with a = -0.5.
 */
export const PILLOW_FILTERS = {
  'pil-bilinear': { support: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) },
  'pil-bicubic': { support: 2, weight: (x) => cubic(Math.abs(x)) },
  'pil-lanczos': { support: 3, weight: (x) => (Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0) },
} as const satisfies Record<string, PillowFilter>;

const A = -0.5;

function cubic(x: number): number {
  if (x < 1) return ((A + 2) * x - (A + 3)) * x * x + 1;
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * A;
  return 0;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}
