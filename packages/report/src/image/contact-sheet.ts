import { ArgumentError } from '@animals/core';
import { checkSome } from '../chart/check-numbers.ts';
import { formatValue } from '../chart/value-format.ts';
import type { Figure, FigureOptions, Verdict } from '../figure/figure.ts';
import { imageGrid } from './image-grid.ts';
import type { Raster } from './raster.ts';

/** A picture with what a model said of it. */
export interface JudgedImage extends Raster {
  readonly actual: string;
  readonly predicted: string;
  /** Of the predicted class, 0 to 1. */
  readonly probability?: number;
  /** Printed first, such as a file's name. */
  readonly caption?: string;
}

export interface ContactSheetOptions extends FigureOptions {
  readonly images: readonly JudgedImage[];
  /** In a row. Default: as square as can be, at most 8. */
  readonly columns?: number;
  /** Longer pictures are shrunk to this many pixels. */
  readonly thumbnailSize?: number;
}

/** What the frame of a judged picture says. */
export const verdictOf = ({ actual, predicted }: Pick<JudgedImage, 'actual' | 'predicted'>): Verdict =>
  actual === predicted ? 'right' : 'wrong';

function say(image: JudgedImage): string {
  const { actual, predicted, probability, caption } = image;
  const sure = probability === undefined ? '' : ` ${formatValue(probability, { format: 'percent', digits: 2 })}`;
  const judged = verdictOf(image) === 'right' ? `✓ ${actual}${sure}` : `✗ ${actual}, taken for ${predicted}${sure}`;
  return caption ? `${caption}: ${judged}` : judged;
}

function checkProbability({ probability }: JudgedImage): void {
  if (probability === undefined || (probability >= 0 && probability <= 1)) return;
  throw new ArgumentError('images', `images must have a probability in [0, 1] or none, got ${probability}`);
}

/**
 * Lays out pictures with what a model said of each: class, probability, and whether it was right, told by a sign in words
 * and by a frame.
 *
 * Pictures keep their order. Each is encoded anew from its pixels.
 * @throws ArgumentError if there is no picture, its pixels do not fit its sides, a probability is not in [0, 1], or
 *   columns is not a positive integer.
 */
export function contactSheet({ images, ...options }: ContactSheetOptions): Figure {
  checkSome('images', images);
  images.forEach(checkProbability);
  const wrong = images.filter((image) => verdictOf(image) === 'wrong').length;
  const alt = options.alt ?? `${images.length} pictures, ${images.length - wrong} judged rightly and ${wrong} wrongly.`;
  const grid = images.map((image) => {
    const { pixels, width, height } = image;
    return { pixels, width, height, caption: say(image), verdict: verdictOf(image) };
  });
  return imageGrid({ ...options, alt, images: grid });
}
