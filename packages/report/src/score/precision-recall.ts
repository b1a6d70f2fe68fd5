import { type Classified, scoreSteps } from './classified.ts';
import type { RatePoint } from './rate-point.ts';

/**
 * Precision (y) by recall (x), one point for each distinct score, from the highest score down to recall 1.
 *
 * @throws ArgumentError unless there are as many finite scores as labels of 0 and 1, both occurring.
 * @see sklearn.metrics.precision_recall_curve, whose points these are, less those after recall 1 and the made-up one at recall 0.
 */
export function precisionRecall(classified: Classified): RatePoint[] {
  const steps = scoreSteps(classified);
  const total = steps.at(-1)!.positives;
  const whole = steps.findIndex(({ positives }) => positives === total);
  return steps
    .slice(0, whole + 1)
    .map(({ positives, negatives }) => ({ x: positives / total, y: positives / (positives + negatives) }));
}

/** Mean precision, each weighted by the recall that it adds. @see sklearn.metrics.average_precision_score */
export function averagePrecision(points: readonly RatePoint[]): number {
  return points.reduce((sum, { x, y }, i) => sum + (x - (points[i - 1]?.x ?? 0)) * y, 0);
}

/** What is drawn: the first, and best, point of each recall above 0. */
export function precisionSteps(classified: Classified): RatePoint[] {
  return precisionRecall(classified).filter(({ x }, i, all) => x > (all[i - 1]?.x ?? 0));
}

/** Precision of the strictest score that reaches a recall. */
export function precisionAt(points: readonly RatePoint[], recall: number): number {
  return (points.find(({ x }) => x > 0 && x >= recall - 1e-12) ?? points.at(-1))!.y;
}
