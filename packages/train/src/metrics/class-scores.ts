import { confusionMatrix } from './confusion-matrix.ts';
import type { PrecisionRecall } from './precision-recall.ts';

/** How a classifier does on one class. */
export interface ClassScore extends PrecisionRecall {
  /** Samples of the class. */
  readonly support: number;
}

/**
 * Precision, recall and F1 of every class, from class indices; what would be divided by 0 is 0.
 *
 * `classes` is the number of classes; by default one more than the largest index seen.
 * @throws ArgumentError if the lengths differ or an index is no integer in [0, classes).
 * @see sklearn.metrics.precision_recall_fscore_support, with zero_division=0
 */
export function classScores(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  options: { readonly classes?: number } = {},
): ClassScore[] {
  const matrix = confusionMatrix(labels, predicted, options);
  return matrix.map((row, i) => {
    const right = row[i] as number;
    const support = row.reduce((a, b) => a + b, 0);
    const called = matrix.reduce((sum, other) => sum + (other[i] as number), 0);
    const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
    const f1 = ratio(2 * right, called + support);
    return { precision: ratio(right, called), recall: ratio(right, support), f1, support };
  });
}
