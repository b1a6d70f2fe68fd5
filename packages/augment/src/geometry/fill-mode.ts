import { ArgumentError } from '@animals/core';

/**
 * Where values outside the picture come from, by the names and meanings of scipy.ndimage.
 *
 * For a row `a b c d`: `nearest` repeats the edge, `aaa|abcd|ddd`; `reflect` mirrors with the edge, `cba|abcd|dcb`;
 * `wrap` repeats with a period of one less than the length, so that first and last value fall together; `constant`
 * takes `cval` for every place outside the centres of the outermost pixels, without blending.
 */
export type FillMode = 'nearest' | 'constant' | 'reflect' | 'wrap';

/** How a value between pixels is found. */
export type Interpolation = 'bilinear' | 'nearest';

/** What a warp does between pixels and outside the picture. */
export interface Sampling {
  readonly interpolation?: Interpolation;
  readonly fillMode?: FillMode;
  /** The value outside under `constant`. */
  readonly cval?: number;
}

const FILL_MODES: readonly string[] = ['nearest', 'constant', 'reflect', 'wrap'] satisfies FillMode[];
const INTERPOLATIONS: readonly string[] = ['bilinear', 'nearest'] satisfies Interpolation[];

/** Refuses names that are none of ours, and a `cval` that is no number. */
export function checkSampling({ interpolation = 'bilinear', fillMode = 'nearest', cval = 0 }: Sampling): void {
  if (!INTERPOLATIONS.includes(interpolation)) refuse('interpolation', INTERPOLATIONS, interpolation);
  if (!FILL_MODES.includes(fillMode)) refuse('fillMode', FILL_MODES, fillMode);
  if (!Number.isFinite(cval)) throw new ArgumentError('cval', `cval must be a finite number, got ${String(cval)}`);
}

function refuse(parameter: string, names: readonly string[], value: string): never {
  throw new ArgumentError(parameter, `${parameter} must be one of ${names.join(', ')}, got ${JSON.stringify(value)}`);
}
