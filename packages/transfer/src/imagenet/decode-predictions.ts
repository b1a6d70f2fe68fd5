import { ArgumentError, type Matrix } from '@animals/core';
import { type ImageNetClass, imageNetClasses } from './imagenet-classes.ts';

/** A class of ImageNet and what a network gave it. */
export interface Prediction extends ImageNetClass {
  readonly index: number;
  readonly score: number;
}

/**
 * Names the likeliest classes of each picture, best first; of two equal scores the lower class comes first.
 *
 * `scores`: 1000 a picture, such as `extractFeatures` gives for a base with a top.
 * @throws ArgumentError if there are not 1000 scores a picture, or `count` is no whole number from 1 to 1000.
 * @see keras.applications.imagenet_utils.decode_predictions
 */
export function decodePredictions(scores: Matrix, { count = 5 }: { readonly count?: number } = {}): Prediction[][] {
  const classes = imageNetClasses();
  if (scores.columns !== classes.length) {
    throw new ArgumentError('scores', `scores must have 1000 columns, one a class of ImageNet, got ${scores.columns}`);
  }
  if (!Number.isSafeInteger(count) || count < 1 || count > classes.length) {
    throw new ArgumentError('count', `count must be a whole number from 1 to 1000, got ${count}`);
  }
  return Array.from({ length: scores.rows }, (_, row) => {
    const own = scores.data.subarray(row * scores.columns, (row + 1) * scores.columns);
    const order = Array.from(own.keys()).sort((a, b) => (own[b] as number) - (own[a] as number) || a - b);
    return order
      .slice(0, count)
      .map((index) => ({ ...(classes[index] as ImageNetClass), index, score: own[index] as number }));
  });
}
