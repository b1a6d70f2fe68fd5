import { precisionRecallCurve } from './precision-recall-curve.ts';

/**
 * Mean precision over the thresholds, each weighted by the recall that it adds: the area under the curve in steps.
 *
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ, or one class is missing.
 * @see sklearn.metrics.average_precision_score
 */
export function averagePrecision(labels: ArrayLike<number | boolean>, scores: ArrayLike<number>): number {
  const { precision, recall } = precisionRecallCurve(labels, scores);
  let sum = 0;
  for (let i = 0; i + 1 < recall.length; i++) {
    sum += ((recall[i] as number) - (recall[i + 1] as number)) * (precision[i] as number);
  }
  return sum;
}
