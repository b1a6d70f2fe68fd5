import { mean, populationSd, tInterval } from '@animals/core';

/** What the scores of the folds come to. */
export interface Summary {
  readonly mean: number;
  /** Population standard deviation over the folds: how much the folds differ. */
  readonly sd: number;
  /** Student's 95 % interval for the mean, over the folds; it may reach beyond the range of the score. */
  readonly ci95: readonly [low: number, high: number];
}

/**
 * Mean, spread and interval of the scores of the folds.
 *
 * The interval is not clipped, so that an accuracy's may pass 1, and is too narrow when folds share training samples.
 * @throws ArgumentError if there are fewer than two scores, or one is not finite.
 */
export function summarise(values: ArrayLike<number>): Summary {
  return { ci95: tInterval(values), mean: mean(values), sd: populationSd(values) };
}
