import { ArgumentError, mean, sampleSd, studentTPValue } from '@animals/core';

/** Which test, and what it has to know. */
export type CompareOptions =
  | {
      /** The corrected resampled t test, for k-fold, repeated or random splits: it allows for shared training samples. */
      readonly method: 'corrected';
      /** Samples learned from in a fold, on average. */
      readonly trainSize: number;
      /** Samples judged on in a fold, on average. */
      readonly testSize: number;
    }
  | {
      /** Dietterich's 5x2 test, for 2 folds repeated 5 times with shuffle. */
      readonly method: '5x2';
    };

/** Whether two models differ by more than chance has it. */
export interface Comparison {
  /** Mean of the first model's scores minus the second's. */
  readonly difference: number;
  /** Student's t; infinite if the differences do not vary at all. */
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided: the probability of a t as far from 0 were the models equally good. */
  readonly pValue: number;
}

/**
 * Compares two models by their scores on the same folds, in the same order.
 *
 * `corrected`: the variance of the mean difference is taken as (1 / folds + testSize / trainSize) times that of the
 * differences, with folds - 1 degrees of freedom; the plain paired t test, which leaves the second term out, finds
 * differences where there are none. `5x2`: t is the first difference over the root of the mean variance of the five pairs,
 * with 5 degrees of freedom.
 * @throws ArgumentError if the scores are not of one length, too few, not finite, or not 10 for `5x2`.
 * @see Nadeau and Bengio, "Inference for the Generalization Error", 2003; Dietterich, "Approximate Statistical Tests for
 * Comparing Supervised Classification Learning Algorithms", 1998
 */
export function compareModels(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: CompareOptions,
): Comparison {
  const differences = differencesOf(first, second);
  switch (options.method) {
    case 'corrected':
      return corrected(differences, options);
    case '5x2':
      return fiveByTwo(differences);
    default:
      throw new ArgumentError(
        'method',
        `method must be corrected or 5x2, got ${String((options satisfies never as CompareOptions).method)}`,
      );
  }
}

function corrected(
  differences: readonly number[],
  { trainSize, testSize }: { readonly trainSize: number; readonly testSize: number },
): Comparison {
  for (const [parameter, size] of Object.entries({ trainSize, testSize })) {
    if (size > 0 && Number.isFinite(size)) continue;
    throw new ArgumentError(parameter, `${parameter} must be a number of samples above 0, got ${String(size)}`);
  }
  const variance = sampleSd(differences) ** 2 * (1 / differences.length + testSize / trainSize);
  return comparison(differences, { numerator: mean(differences), variance, degreesOfFreedom: differences.length - 1 });
}

const REPEATS = 5;

function fiveByTwo(differences: readonly number[]): Comparison {
  if (differences.length !== 2 * REPEATS) {
    const remedy = 'use kFold(n, { k: 2, repeats: 5, shuffle: true })';
    throw new ArgumentError(
      'first',
      `first must hold the scores of 5 times 2 folds, got ${differences.length}; ${remedy}`,
    );
  }
  let squares = 0;
  for (let i = 0; i < 2 * REPEATS; i += 2) squares += sampleSd(differences.slice(i, i + 2)) ** 2;
  const numerator = differences[0] as number;
  return comparison(differences, { numerator, variance: squares / REPEATS, degreesOfFreedom: REPEATS });
}

interface Test {
  readonly numerator: number;
  readonly variance: number;
  readonly degreesOfFreedom: number;
}

function comparison(differences: readonly number[], { numerator, variance, degreesOfFreedom }: Test): Comparison {
  // Without spread there is either no difference at all or one beyond doubt.
  const t = numerator === 0 ? 0 : numerator / Math.sqrt(variance);
  return { difference: mean(differences), t, degreesOfFreedom, pValue: studentTPValue(t, degreesOfFreedom) };
}

function differencesOf(first: ArrayLike<number>, second: ArrayLike<number>): number[] {
  if (first.length !== second.length) {
    const lengths = `${first.length} and ${second.length}`;
    throw new ArgumentError('second', `second must hold a score for each of the same folds as first, got ${lengths}`);
  }
  return Array.from(first, (score, i) => score - (second[i] as number));
}
