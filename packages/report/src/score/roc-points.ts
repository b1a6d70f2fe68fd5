import { rocCurve } from '@animals/core';
import type { Classified } from './classified.ts';
import type { RatePoint } from './rate-point.ts';

/** The ROC curve as it is drawn: one point for each score at which it turns. @throws ArgumentError as `rocCurve` does. */
export function rocPoints({ labels, scores }: Classified): RatePoint[] {
  const { falsePositiveRate, truePositiveRate } = rocCurve(labels, scores, { dropIntermediate: true });
  return falsePositiveRate.map((x, i) => ({ x, y: truePositiveRate[i] as number }));
}

/** Height of a curve of straight pieces at a rate; where it rises straight up, the top. */
export function rocAt(points: readonly RatePoint[], rate: number): number {
  const at = points.findLastIndex(({ x }) => x <= rate);
  const [from, to] = [points[at], points[at + 1]];
  if (!from) return 0;
  return to ? from.y + ((to.y - from.y) * (rate - from.x)) / (to.x - from.x) : from.y;
}
