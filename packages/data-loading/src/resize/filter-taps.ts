import type { PillowFilter } from './pillow-filters.ts';

/** Bits behind the point of a weight: 8 bits of sample, these and 2 spare ones fill 32. */
export const WEIGHT_BITS = 22;

/** For each output position, its first input, how many inputs it takes, and their weights times 2^22. */
export interface FilterTaps {
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** `stride` places an output, the first `count` of them used. */
  readonly weights: Int32Array;
  readonly stride: number;
}

/**
 * Weighs `from` inputs for `to` outputs; when shrinking, the filter is stretched to see every input.
 *
 * @see Pillow, src/libImaging/Resample.c, precompute_coeffs and normalize_coeffs_8bpc, whose integers these are.
 */
export function filterTaps({ support, weight }: PillowFilter, from: number, to: number): FilterTaps {
  const scale = from / to;
  const stretch = Math.max(scale, 1);
  const reach = support * stretch;
  const stride = Math.ceil(reach) * 2 + 1;
  const taps = { first: new Int32Array(to), count: new Int32Array(to), weights: new Int32Array(to * stride), stride };
  for (let d = 0; d < to; d++) {
    const centre = (d + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - reach + 0.5));
    const count = Math.min(from, Math.trunc(centre + reach + 0.5)) - first;
    const values = Array.from({ length: count }, (_, i) => weight((first + i - centre + 0.5) * (1 / stretch)));
    const sum = values.reduce((total, value) => total + value, 0);
    taps.first[d] = first;
    taps.count[d] = count;
    for (const [i, value] of values.entries()) taps.weights[d * stride + i] = toFixedPoint(value / sum);
  }
  return taps;
}

/** Rounds half away from zero, as the C code does. */
function toFixedPoint(weight: number): number {
  return Math.trunc(weight * 2 ** WEIGHT_BITS + (weight < 0 ? -0.5 : 0.5));
}
