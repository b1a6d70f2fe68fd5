import { ArgumentError, sweepThresholds, type ThresholdStep, type ThresholdSweep } from '@animals/core';

/** What the two kinds of mistake cost, each at least 0. */
export interface MistakeCosts {
  readonly falsePositive: number;
  readonly falseNegative: number;
}

/** What a threshold is chosen for: the most of a measure, or the least cost. */
export type ThresholdGoal = 'accuracy' | 'f1' | 'balancedAccuracy' | 'youden' | MistakeCosts;

/** A threshold, and what it reached on the samples that it was chosen on. */
export interface ChosenThreshold {
  /** In [0, 1]: what is above it is called positive. */
  readonly threshold: number;
  /** The measure there, or the mean cost a sample. */
  readonly score: number;
}

/**
 * Chooses the decision threshold of a binary classifier on validation data.
 *
 * Half way between two probabilities that occur; of equally good ones the one nearest to 0.5. What it reaches on these
 * samples is too good an estimate: judge it on others. `youden` is sensitivity + specificity - 1 (Youden, 1950).
 * @throws ArgumentError if a label is not 0 or 1, a probability is outside [0, 1], a class is missing, or a cost is wrong.
 */
export function chooseThreshold(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { goal = 'accuracy' }: { readonly goal?: ThresholdGoal } = {},
): ChosenThreshold {
  const swept = sweepThresholds(labels, probabilities, 'probabilities');
  const rate = rater(goal, swept);
  const none = { threshold: 1, truePositives: 0, falsePositives: 0 };
  // No threshold from 0 lies below a probability of 0.
  const steps = [none, ...swept.steps].filter(({ threshold }) => threshold > 0);
  const candidates = steps.map((step, i) => ({
    threshold: halfWay(step.threshold, swept.steps[i]?.threshold ?? 0),
    score: rate(step),
  }));
  const sign = typeof goal === 'string' ? 1 : -1;
  return candidates.reduce((best, next) => {
    const gain = sign * (next.score - best.score);
    const nearer = Math.abs(next.threshold - 0.5) < Math.abs(best.threshold - 0.5);
    return gain > 0 || (gain === 0 && nearer) ? next : best;
  });
}

/** Between the lowest score that is called positive and the highest that is not. */
function halfWay(above: number, below: number): number {
  if (below >= 0 && above <= 1 && below <= above) return (above + below) / 2;
  throw new ArgumentError(
    'probabilities',
    `probabilities must be in [0, 1], got ${below < 0 ? below : Math.max(above, below)}`,
  );
}

function rater(goal: ThresholdGoal, { positives, negatives }: ThresholdSweep): (step: ThresholdStep) => number {
  const count = positives + negatives;
  switch (goal) {
    case 'accuracy':
      return ({ truePositives, falsePositives }) => (truePositives + negatives - falsePositives) / count;
    case 'f1':
      return ({ truePositives, falsePositives }) => (2 * truePositives) / (truePositives + falsePositives + positives);
    case 'balancedAccuracy':
      return ({ truePositives, falsePositives }) => (truePositives / positives + 1 - falsePositives / negatives) / 2;
    case 'youden':
      return ({ truePositives, falsePositives }) => truePositives / positives - falsePositives / negatives;
    default:
      return costOf(goal, positives, count);
  }
}

function costOf(goal: MistakeCosts, positives: number, count: number): (step: ThresholdStep) => number {
  const { falsePositive, falseNegative } = goal;
  if (!(falsePositive >= 0 && falseNegative >= 0 && Number.isFinite(falsePositive + falseNegative))) {
    throw new ArgumentError(
      'goal',
      `goal must be accuracy, f1, balancedAccuracy, youden, or two finite costs from 0, got ${JSON.stringify(goal)}`,
    );
  }
  return ({ truePositives, falsePositives }) =>
    (falsePositives * falsePositive + (positives - truePositives) * falseNegative) / count;
}
