import { mean } from '@animals/core';
import { classScores } from './class-scores.ts';

/**
 * Mean recall over the classes that the labels hold, from class indices: what guessing one class cannot raise.
 *
 * @throws ArgumentError if the lengths differ, an index is no integer from 0, or there is none.
 * @see sklearn.metrics.balanced_accuracy_score
 */
export function balancedAccuracy(labels: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const present = classScores(labels, predicted).filter(({ support }) => support > 0);
  return mean(present.map(({ recall }) => recall));
}
