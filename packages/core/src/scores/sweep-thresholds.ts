import { ArgumentError } from '../errors.ts';
import { checkBinary } from './check-binary.ts';
import { zerosAndOnes } from './zeros-and-ones.ts';

/** What is called positive at one threshold. */
export interface ThresholdStep {
  /** A score that occurs: it and all above are called positive. */
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
}

/** A binary classifier at every threshold that makes a difference, the highest first. */
export interface ThresholdSweep {
  readonly steps: readonly ThresholdStep[];
  readonly positives: number;
  readonly negatives: number;
}

/**
 * Lowers the threshold from the highest score to the lowest: what ROC and precision-recall curves are made of.
 *
 * @param name what the scores are called in an error
 * @throws ArgumentError if a label is not 0 or 1, the lengths differ, or one class is missing.
 */
export function sweepThresholds(
  labels: ArrayLike<number | boolean>,
  scores: ArrayLike<number>,
  name = 'scores',
): ThresholdSweep {
  const truths = zerosAndOnes(labels);
  checkBinary(truths, scores, name);
  const order = Array.from(scores, (_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const steps: ThresholdStep[] = [];
  let [truePositives, falsePositives] = [0, 0];
  for (const [rank, index] of order.entries()) {
    if (truths[index] === 1) truePositives++;
    else falsePositives++;
    const next = order[rank + 1];
    if (next !== undefined && scores[next] === scores[index]) continue;
    steps.push({ threshold: scores[index] as number, truePositives, falsePositives });
  }
  if (truePositives === 0 || falsePositives === 0) {
    throw new ArgumentError('labels', `labels must hold both classes, got ${truePositives ? 'only 1' : 'only 0'}`);
  }
  return { steps, positives: truePositives, negatives: falsePositives };
}
