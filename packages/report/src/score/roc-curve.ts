import { type Classified, scoreSteps } from './classified.ts';
import type { RatePoint } from './rate-point.ts';

/**
 * The receiver operating characteristic: the share of positives found (y) by the share of negatives taken for
 * positives (x), from (0, 0) to (1, 1), one point for each score at which the curve turns.
 *
 * @throws ArgumentError unless there are as many finite scores as labels of 0 and 1, both occurring.
 * @see sklearn.metrics.roc_curve
 */
export function rocCurve(classified: Classified): RatePoint[] {
  const steps = [{ positives: 0, negatives: 0 }, ...scoreSteps(classified)];
  const { positives, negatives } = steps.at(-1)!;
  const turns = steps.filter((step, i) => {
    const [before, after] = [steps[i - 1], steps[i + 1]];
    if (!before || !after) return true;
    const [dp, dn] = [step.positives - before.positives, step.negatives - before.negatives];
    return dp * (after.negatives - step.negatives) !== dn * (after.positives - step.positives);
  });
  return turns.map((step) => ({ x: step.negatives / negatives, y: step.positives / positives }));
}

/** Area under a curve of straight pieces, such as the ROC curve's: the chance that a positive scores above a negative. */
export function areaUnder(points: readonly RatePoint[]): number {
  return points.reduce((sum, { x, y }, i) => {
    const before = points[i - 1];
    return before ? sum + ((x - before.x) * (y + before.y)) / 2 : sum;
  }, 0);
}

/** Height of a curve of straight pieces at a rate; where it rises straight up, the top. */
export function rocAt(points: readonly RatePoint[], rate: number): number {
  const at = points.findLastIndex(({ x }) => x <= rate);
  const [from, to] = [points[at], points[at + 1]];
  if (!from) return 0;
  return to ? from.y + ((to.y - from.y) * (rate - from.x)) / (to.x - from.x) : from.y;
}
