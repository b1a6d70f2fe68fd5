import { ArgumentError } from '@animals/core';
import { checkImage } from '../image/check-image.ts';
import type { Image, Pixels } from '../image/image.ts';

/** A picture and how much of each class it shows: a soft label adds up to 1. */
export interface LabelledImage<P extends Pixels = Pixels> {
  readonly image: Image<P>;
  readonly label: readonly number[];
}

/** All of one class. */
export function oneHot(label: number, classes: number): number[] {
  return Array.from({ length: classes }, (_, i) => (i === label ? 1 : 0));
}

/** Refuses pictures of different shapes, and labels of different lengths. */
export function checkPair(a: LabelledImage, b: LabelledImage): void {
  checkImage(a.image, 'a.image');
  checkImage(b.image, 'b.image');
  const same = (['height', 'width', 'channels'] as const).every((name) => a.image[name] === b.image[name]);
  if (!same) throw new ArgumentError('b.image', 'b.image must have the shape of a.image; resize one of them');
  if (a.label.length === b.label.length) return;
  throw new ArgumentError(
    'b.label',
    `b.label must have the length of a.label, got ${b.label.length} and ${a.label.length}; give both a value a class`,
  );
}

/** `share` of one label and the rest of another. */
export function blendLabels(a: readonly number[], b: readonly number[], share: number): number[] {
  return a.map((value, i) => share * value + (1 - share) * b[i]!);
}
