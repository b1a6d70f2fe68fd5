import { matrixMap } from '../geometry/matrix-map.ts';
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
  const maps = [...flips(parameters, image), matrixMap(kerasMatrix(parameters, image, variant))];
  const interpolation = interpolationOrder === 1 ? 'bilinear' : 'nearest';
  const moved = warp(image, maps, { interpolation, fillMode, cval });
  const { channelShiftIntensity: intensity, brightness } = parameters;
  const shifted = intensity == null ? moved : shiftValues(moved, intensity);
  return brightness == null ? shifted : kerasBrightness(shifted, brightness, variant);
}

/** Apart from the matrix, whose rounding must be Keras'. */
function flips({ flipHorizontal, flipVertical }: KerasParameters, { height, width }: Size): SpatialMap[] {
  if (!flipHorizontal && !flipVertical) return [];

  const [down, row] = flipVertical ? [-1, height - 1] : [1, 0];
  const [across, column] = flipHorizontal ? [-1, width - 1] : [1, 0];
  return [matrixMap([down, 0, row, 0, across, column, 0, 0, 1])];
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
