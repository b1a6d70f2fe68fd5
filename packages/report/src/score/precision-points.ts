import { precisionRecallCurve } from '@animals/core';
import type { Classified } from './classified.ts';
import type { RatePoint } from './rate-point.ts';

/**
 * Precision (y) by recall (x) as it is drawn: the first, and best, point of each recall above 0, recall rising.
 *
 * @throws ArgumentError as `precisionRecallCurve` does.
 */
export function precisionPoints({ labels, scores }: Classified): RatePoint[] {
  const { precision, recall } = precisionRecallCurve(labels, scores);
  // The curve ends with a made-up point at recall 0.
  const points = recall.slice(0, -1).map((x, i) => ({ x, y: precision[i] as number }));
  return points.reverse().filter(({ x }, i, all) => x > (all[i - 1]?.x ?? 0));
}

/** Precision of the strictest score that reaches a recall. */
export function precisionAt(points: readonly RatePoint[], recall: number): number {
  return (points.find(({ x }) => x > 0 && x >= recall - 1e-12) ?? points.at(-1))!.y;
}
