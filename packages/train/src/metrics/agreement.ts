import { ArgumentError } from '@animals/core';
import { confusionMatrix } from './confusion-matrix.ts';

/** A confusion matrix in sums: all samples, those that agree, and how often each class was true and was called. */
export interface Agreement {
  readonly count: number;
  readonly agreed: number;
  readonly truths: readonly number[];
  readonly calls: readonly number[];
}

/** Sums up labels and predictions. @throws ArgumentError if the lengths differ, an index is wrong or there is none. */
export function agreement(labels: ArrayLike<number>, predicted: ArrayLike<number>): Agreement {
  if (labels.length === 0) throw new ArgumentError('labels', 'labels must hold at least one value, got none');
  const matrix = confusionMatrix(labels, predicted);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return {
    count: labels.length,
    agreed: sum(matrix.map((row, i) => row[i] as number)),
    truths: matrix.map(sum),
    calls: matrix.map((_, i) => sum(matrix.map((row) => row[i] as number))),
  };
}
