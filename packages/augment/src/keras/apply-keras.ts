import type { FillMode } from '../geometry/fill-mode.ts';
import { matrixMap } from '../geometry/matrix-map.ts';
import { IDENTITY, type Matrix3, multiply } from '../geometry/matrix3.ts';
import type { SpatialMap } from '../geometry/spatial-map.ts';
import { warp } from '../geometry/warp.ts';
import { checkImage } from '../image/check-image.ts';
import type { Image, Pixels, Size } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';
import { checkParameters } from './apply-affine.ts';
import { extremes, kerasBrightness } from './keras-brightness.ts';
import { kerasMatrix } from './keras-matrix.ts';
import type { KerasOptions } from './keras-options.ts';
import type { KerasParameters } from './keras-parameters.ts';

/** Affine change and flips with one interpolation, then channel shift, then brightness. */
export function applyKeras<P extends Pixels>(
  image: Image<P>,
  parameters: KerasParameters,
  { variant = 'corrected', fillMode = 'nearest', cval = 0, interpolationOrder = 1 }: KerasOptions,
): Image<P> {
  checkImage(image);
  checkParameters(parameters);
  const maps = mapsOf(flip(parameters, image), kerasMatrix(parameters, image, variant), fillMode);
  const interpolation = interpolationOrder === 1 ? 'bilinear' : 'nearest';
  const moved = warp(image, maps, { interpolation, fillMode, cval });
  const { channelShiftIntensity: intensity, brightness } = parameters;
  const shifted = intensity == null ? moved : shiftValues(moved, intensity);
  return brightness == null ? shifted : kerasBrightness(shifted, brightness, variant);
}

/**
 * One map, as it is faster; two where a rounding more would matter, since Keras flips afterwards: these modes jump at
 * the edge.
 */
function mapsOf(flipped: Matrix3, affine: Matrix3, fillMode: FillMode): SpatialMap[] {
  if (flipped === IDENTITY) return [matrixMap(affine)];
  const jumps = fillMode === 'constant' || fillMode === 'wrap';
  return jumps ? [matrixMap(flipped), matrixMap(affine)] : [matrixMap(multiply(affine, flipped))];
}

function flip({ flipHorizontal, flipVertical }: KerasParameters, { height, width }: Size): Matrix3 {
  if (!flipHorizontal && !flipVertical) return IDENTITY;
  const [down, row] = flipVertical ? [-1, height - 1] : [1, 0];
  const [across, column] = flipHorizontal ? [-1, width - 1] : [1, 0];
  return [down, 0, row, 0, across, column, 0, 0, 1];
}

/** One number for all channels, clipped to the picture's own extremes. */
function shiftValues<P extends Pixels>(image: Image<P>, intensity: number): Image<P> {
  const [low, high] = extremes(image.pixels);
  const pixels = pixelsLike(image.pixels);
  const rounding = pixels instanceof Uint8Array ? 0.5 : 0;
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = Math.min(high, Math.max(low, image.pixels[i]! + intensity)) + rounding;
  }
  return { ...image, pixels };
}
