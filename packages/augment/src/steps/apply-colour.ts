import { ArgumentError } from '@animals/core';
import { autocontrast } from '../colour/autocontrast.ts';
import { blur } from '../colour/blur.ts';
import { brightness } from '../colour/brightness.ts';
import { contrast } from '../colour/contrast.ts';
import { equalise } from '../colour/equalise.ts';
import { erase } from '../colour/erase.ts';
import { gamma } from '../colour/gamma.ts';
import { grey } from '../colour/grey.ts';
import { hue } from '../colour/hue.ts';
import { mapValues } from '../colour/map-values.ts';
import { noise } from '../colour/noise.ts';
import { saturation } from '../colour/saturation.ts';
import { sharpness } from '../colour/sharpness.ts';
import type { Image, Pixels } from '../image/image.ts';
import type { ColourStep } from './step.ts';

/** Writes a picture as JPEG of a quality from 1 to 100 and reads it again. */
export type JpegRoundTrip = (image: Image<Uint8Array>, quality: number) => Image<Uint8Array>;

/** Applies a step other than `augmix`, which is made of steps. */
export function applyColour<P extends Pixels>(
  image: Image<P>,
  step: Exclude<ColourStep, { op: 'augmix' }>,
  jpeg: JpegRoundTrip | undefined,
): Image<P> {
  switch (step.op) {
    case 'brightness':
      return brightness(image, step.factor);
    case 'contrast':
      return contrast(image, step.factor);
    case 'saturation':
      return saturation(image, step.factor);
    case 'sharpness':
      return sharpness(image, step.factor);
    case 'hue':
      return hue(image, step.turns);
    case 'gamma':
      return gamma(image, step.gamma);
    case 'grey':
      return grey(image);
    case 'invert':
      return mapValues(image, (value) => 255 - value);
    case 'solarise':
      return mapValues(image, (value) => (value < step.threshold ? value : 255 - value));
    case 'posterise':
      return mapValues(image, (value) => Math.trunc(value) & ~(2 ** (8 - step.bits) - 1));
    case 'equalise':
      return equalise(image);
    case 'autocontrast':
      return autocontrast(image);
    case 'blur':
      return blur(image, step.sigma);
    case 'noise':
      return noise(image, step.sd, step.seed);
    case 'jpeg':
      return applyJpeg(image, step.quality, jpeg);
    case 'erase':
      return erase(image, step);
    default:
      return step satisfies never;
  }
}

function applyJpeg<P extends Pixels>(image: Image<P>, quality: number, jpeg: JpegRoundTrip | undefined): Image<P> {
  if (!jpeg) {
    throw new ArgumentError('jpeg', 'jpeg must be given to apply a jpeg step, got nothing; pass { jpeg: your codec }');
  }
  const { pixels } = image;
  const bytes = pixels instanceof Uint8Array ? pixels : Uint8Array.from(pixels, (value) => value + 0.5);
  const result = jpeg({ ...image, pixels: bytes }, quality);
  const into = pixels.slice() as P;
  into.set(result.pixels);
  return { ...image, pixels: into };
}
