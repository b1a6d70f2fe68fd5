import { ArgumentError } from '@animals/core';
import { checkSampling, type Sampling } from '../geometry/fill-mode.ts';
import { follow, type Geometry } from '../geometry/geometry.ts';
import { warp } from '../geometry/warp.ts';
import { checkImage } from '../image/check-image.ts';
import type { Image, Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';
import { applyColour, type JpegRoundTrip } from './apply-colour.ts';
import { checkStep, isGeometry } from './check-step.ts';
import { geometryOf, sizeAfter } from './geometry-of.ts';
import type { Recipe } from './recipe.ts';
import type { ColourStep, Step } from './step.ts';

/** What steps need that is no data. */
export interface ApplyOptions {
  /** Needed for `jpeg` steps. */
  readonly jpeg?: JpegRoundTrip;
}

/**
 * Changes a picture step by step; neighbouring changes of places are drawn as one, with one interpolation.
 *
 * The result has the type of the picture's pixels. Since neighbours are one, what an earlier step moved out of the
 * picture comes back if a later one moves it in again.
 * @throws ArgumentError if a step breaks its rules, or a change of values meets floats outside [0, 255].
 */
export function applyRecipe<P extends Pixels>(image: Image<P>, recipe: Recipe, options: ApplyOptions = {}): Image<P> {
  checkImage(image);
  checkSampling(recipe);
  const result = applySteps(image, recipe.steps, recipe, options);
  return result === image ? { ...image, pixels: image.pixels.slice() as P } : result;
}

function applySteps<P extends Pixels>(
  image: Image<P>,
  steps: readonly Step[],
  sampling: Sampling,
  options: ApplyOptions,
): Image<P> {
  let result = image;
  for (let i = 0; i < steps.length; ) {
    const step = steps[i] as Step;
    checkStep(step);
    if (isGeometry(step)) {
      const end = endOfGeometry(steps, i);
      const { maps, ...size } = geometryOfSteps(steps.slice(i, end), result);
      result = warp(result, maps, { ...sampling, ...size, reach: 0.5 });
      i = end;
    } else {
      checkRange(result);
      result = step.op === 'augmix' ? mix(result, step, sampling, options) : applyColour(result, step, options.jpeg);
      i++;
    }
  }
  return result;
}

function endOfGeometry(steps: readonly Step[], start: number): number {
  let end = start;
  while (end < steps.length && isGeometry(steps[end] as Step)) end++;
  return end;
}

/** All changes of places among some steps, as one. */
export function geometryOfSteps(
  steps: readonly Step[],
  { height, width }: { height: number; width: number },
): Geometry {
  let geometry: Geometry = { height, width, maps: [] };
  for (const step of steps) {
    if (!isGeometry(step)) continue;
    checkStep(step);
    geometry = follow(geometry, geometryOf(step, geometry), sizeAfter(step, geometry));
  }
  return geometry;
}

function mix<P extends Pixels>(
  image: Image<P>,
  { keep, weights, chains }: Extract<ColourStep, { op: 'augmix' }>,
  sampling: Sampling,
  options: ApplyOptions,
): Image<P> {
  if (weights.length !== chains.length) {
    throw new ArgumentError(
      'augmix.weights',
      `augmix.weights must hold one for each chain, got ${weights.length} for ${chains.length}`,
    );
  }
  const sum = Float64Array.from(image.pixels, (value) => keep * value);
  chains.forEach((chain, k) => {
    const { pixels } = applySteps(image, chain, sampling, options);
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + weights[k]! * pixels[i]!;
  });
  const pixels = pixelsLike(image.pixels);
  const rounding = pixels instanceof Uint8Array ? 0.5 : 0;
  for (let i = 0; i < sum.length; i++) pixels[i] = Math.min(255, Math.max(0, sum[i]! + rounding));
  return { ...image, pixels };
}

/** Bytes cannot be wrong; floats are often scaled to [-1, 1], where a change of brightness would mean something else. */
function checkRange({ pixels }: Image): void {
  if (pixels instanceof Uint8Array) return;
  for (const value of pixels) {
    if (value >= 0 && value <= 255) continue;
    throw new ArgumentError(
      'image.pixels',
      `image.pixels must be in [0, 255] for a change of values, got ${value}; scale them first`,
    );
  }
}
