import { mean, populationSd, tInterval } from '@animals/core';
import type { Summary } from './results.ts';

/** Mean, spread and interval of a score over folds. */
export function overFolds(values: readonly number[]): Summary {
  return { mean: mean(values), sd: populationSd(values), ci95: tInterval(values) };
}
