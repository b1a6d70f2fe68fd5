import { mean } from '@animals/core';
import { classScores } from './class-scores.ts';

/**
 * Mean F1 over the classes that labels or predictions hold, from class indices.
 *
 * @throws ArgumentError if the lengths differ, an index is no integer from 0, or there is none.
 * @see sklearn.metrics.f1_score(average='macro', zero_division=0)
 */
export function macroF1(labels: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const called = new Set(Array.from(predicted));
  const present = classScores(labels, predicted).filter(({ support }, i) => support > 0 || called.has(i));
  return mean(present.map(({ f1 }) => f1));
}
