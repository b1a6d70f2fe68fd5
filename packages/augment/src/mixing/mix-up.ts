import { checkNumber } from '../image/check-number.ts';
import type { Pixels } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';
import { drawDirichlet } from '../random/draw-gamma.ts';
import { rngOf, type SampleKey } from '../random/sample-key.ts';
import { blendLabels, checkPair, type LabelledImage } from './labelled-image.ts';

/** How much of the first picture stays. */
export interface MixUpParameters {
  readonly lambda: number;
}

/** Draws lambda of the beta distribution with both parameters alpha. */
export function sampleMixUp(key: SampleKey, { alpha = 0.2 }: { readonly alpha?: number } = {}): MixUpParameters {
  checkNumber('alpha', alpha, { least: Number.MIN_VALUE });
  return { lambda: drawDirichlet(rngOf(key).split('mixUp'), alpha, 2)[0]! };
}

/**
 * Adds two pictures, lambda of the first and the rest of the second, and their labels alike.
 *
 * @see Zhang et al. 2018, mixup
 */
export function mixUp<P extends Pixels>(
  a: LabelledImage<P>,
  b: LabelledImage,
  { lambda }: MixUpParameters,
): LabelledImage<P> {
  checkPair(a, b);
  checkNumber('lambda', lambda, { least: 0, most: 1 });
  const pixels = pixelsLike(a.image.pixels);
  const rounding = pixels instanceof Uint8Array ? 0.5 : 0;
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = lambda * a.image.pixels[i]! + (1 - lambda) * b.image.pixels[i]! + rounding;
  }
  return { image: { ...a.image, pixels }, label: blendLabels(a.label, b.label, lambda) };
}
