import { sweepThresholds, type ThresholdStep } from './sweep-thresholds.ts';

/** Points of a ROC curve, from (0, 0) to (1, 1). */
export interface RocCurve {
  readonly falsePositiveRate: readonly number[];
  readonly truePositiveRate: readonly number[];
  /** A score from which on samples are called positive; the first, infinity, calls none. */
  readonly thresholds: readonly number[];
}

const START: ThresholdStep = { threshold: Infinity, truePositives: 0, falsePositives: 0 };

/** Whether the curve turns at a step, or begins or ends there. */
function turns(steps: readonly ThresholdStep[], at: number): boolean {
  const [before, here, after] = [steps[at - 1], steps[at] as ThresholdStep, steps[at + 1]];
  if (!before || !after) return true;
  const rise = (from: ThresholdStep, to: ThresholdStep) => to.truePositives - from.truePositives;
  const run = (from: ThresholdStep, to: ThresholdStep) => to.falsePositives - from.falsePositives;
  return rise(before, here) * run(here, after) !== run(before, here) * rise(here, after);
}

/**
 * Which fraction of negatives and of positives is called positive, at every threshold that makes a difference.
 *
 * With `dropIntermediate` points between two others on a straight line are left out: the same curve, fewer points.
 * @param labels 1 or true, 0 or false
 * @param scores any numbers, the larger the surer of 1
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ, or one class is missing.
 * @see sklearn.metrics.roc_curve, whose drop_intermediate is true unless told otherwise
 */
export function rocCurve(
  labels: ArrayLike<number | boolean>,
  scores: ArrayLike<number>,
  { dropIntermediate = false }: { readonly dropIntermediate?: boolean } = {},
): RocCurve {
  const { steps, positives, negatives } = sweepThresholds(labels, scores);
  const all = [START, ...steps];
  const kept = dropIntermediate ? all.filter((_, at) => turns(all, at)) : all;
  return {
    falsePositiveRate: kept.map(({ falsePositives }) => falsePositives / negatives),
    truePositiveRate: kept.map(({ truePositives }) => truePositives / positives),
    thresholds: kept.map(({ threshold }) => threshold),
  };
}
