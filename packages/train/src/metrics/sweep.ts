import { ArgumentError } from '@animals/core';
import { checkBinary } from './check-binary.ts';

/** What is called positive at one threshold. */
export interface SweepStep {
  /** A score that occurs: it and all above are called positive. */
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
}

/** A binary classifier at every threshold that makes a difference, the highest first. */
export interface Sweep {
  readonly steps: readonly SweepStep[];
  readonly positives: number;
  readonly negatives: number;
}

/** Lowers the threshold from the highest score to the lowest. @throws ArgumentError unless both classes are there. */
export function sweep(labels: ArrayLike<number>, scores: ArrayLike<number>): Sweep {
  checkBinary(labels, scores);
  const order = Array.from(scores, (_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const steps: SweepStep[] = [];
  let [truePositives, falsePositives] = [0, 0];
  for (const [rank, index] of order.entries()) {
    if (labels[index] === 1) truePositives++;
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
