import { checkNumber } from '../image/check-number.ts';
import type { Pixels, Size } from '../image/image.ts';
import { drawDirichlet } from '../random/draw-gamma.ts';
import { rngOf, type SampleKey } from '../random/sample-key.ts';
import { blendLabels, checkPair, type LabelledImage } from './labelled-image.ts';

/** The rectangle that comes from the second picture, inside the picture. */
export interface CutMixParameters {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** Draws a rectangle about a random place, whose area before it is cut at the edges is one minus a beta variable. */
export function sampleCutMix(
  key: SampleKey,
  { height, width }: Size,
  { alpha = 1 }: { readonly alpha?: number } = {},
): CutMixParameters {
  checkNumber('alpha', alpha, { least: Number.MIN_VALUE });
  const rng = rngOf(key).split('cutMix');
  const side = Math.sqrt(1 - drawDirichlet(rng, alpha, 2)[0]!);
  const [row, down] = [rng.int(0, height), Math.floor(height * side * 0.5)];
  const [column, across] = [rng.int(0, width), Math.floor(width * side * 0.5)];
  const [top, left] = [Math.max(0, row - down), Math.max(0, column - across)];
  return {
    top,
    left,
    height: Math.min(height, row + down) - top,
    width: Math.min(width, column + across) - left,
  };
}

/**
 * Puts a rectangle of the second picture into the first; the label follows the area that it really has.
 *
 * @see Yun et al. 2019, CutMix
 */
export function cutMix<P extends Pixels>(
  a: LabelledImage<P>,
  b: LabelledImage,
  { top, left, height, width }: CutMixParameters,
): LabelledImage<P> {
  checkPair(a, b);
  const { image } = a;
  checkNumber('top', top, { least: 0, most: image.height, whole: true });
  checkNumber('left', left, { least: 0, most: image.width, whole: true });
  checkNumber('height', height, { least: 0, most: image.height - top, whole: true });
  checkNumber('width', width, { least: 0, most: image.width - left, whole: true });
  const pixels = image.pixels.slice() as P;
  const rounding = pixels instanceof Uint8Array && !(b.image.pixels instanceof Uint8Array) ? 0.5 : 0;
  for (let r = top; r < top + height; r++) {
    const start = (r * image.width + left) * image.channels;
    for (let i = start; i < start + width * image.channels; i++) pixels[i] = b.image.pixels[i]! + rounding;
  }
  const share = 1 - (height * width) / (image.height * image.width);
  return { image: { ...image, pixels }, label: blendLabels(a.label, b.label, share) };
}
