import { ArgumentError } from '@animals/core';
import { checkSampling, type Sampling } from '../geometry/fill-mode.ts';
import { matrixMap } from '../geometry/matrix-map.ts';
import { warp } from '../geometry/warp.ts';
import { checkImage } from '../image/check-image.ts';
import type { Image, Pixels } from '../image/image.ts';
import { type AffineParameters, KERAS_VARIANTS, type KerasVariant } from './affine-parameters.ts';
import { kerasMatrix } from './keras-matrix.ts';

/** Whose affine change it is, and what comes from outside. */
export interface ApplyAffineOptions extends Sampling {
  readonly variant?: KerasVariant;
}

/**
 * Turns, shifts, shears and zooms a picture by given parameters, with one interpolation.
 *
 * Bytes and doubles give doubles, floats give floats; nothing is rounded or clipped.
 * @throws ArgumentError if a parameter is not finite, a zoom is 0, or an option is unknown.
 * @see keras.src.legacy.preprocessing.image.apply_affine_transform with order 1
 */
export function applyAffine(
  image: Image,
  parameters: AffineParameters,
  { variant = 'corrected', ...sampling }: ApplyAffineOptions = {},
): Image<Float32Array | Float64Array> {
  checkImage(image);
  checkParameters(parameters);
  checkVariant(variant);
  checkSampling(sampling);
  const { pixels } = image;
  const into = pixels instanceof Float32Array ? new Float32Array(pixels.length) : new Float64Array(pixels.length);
  const map = matrixMap(kerasMatrix(parameters, image, variant));
  return warp<Pixels, Float32Array | Float64Array>(image, [map], { ...sampling, into });
}

const NAMES: readonly string[] = ['theta', 'tx', 'ty', 'shear', 'zx', 'zy'] satisfies (keyof AffineParameters)[];

/** Refuses parameters that are no numbers, and zooms of 0. */
export function checkParameters(parameters: AffineParameters): void {
  for (const name of NAMES) {
    const value = parameters[name as keyof AffineParameters];
    const allowed = value === undefined || (Number.isFinite(value) && !(value === 0 && name.startsWith('z')));
    if (allowed) continue;
    const rule = name.startsWith('z') ? 'a finite number other than 0' : 'a finite number';
    throw new ArgumentError(name, `${name} must be ${rule}, got ${String(value)}`);
  }
}

/** Refuses a variant that there is not. */
export function checkVariant(variant: KerasVariant): void {
  if (KERAS_VARIANTS.includes(variant)) return;
  throw new ArgumentError(
    'variant',
    `variant must be one of ${KERAS_VARIANTS.join(', ')}, got ${JSON.stringify(variant)}`,
  );
}
