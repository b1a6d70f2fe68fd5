import { ArgumentError } from '@animals/core';
import { checkFinite } from '../chart/check-numbers.ts';

/** What a model says of some samples, and what is true of them. */
export interface Classified {
  /** One a sample: the larger, the surer of the positive class. */
  readonly scores: ArrayLike<number>;
  /** One a sample: 1 or true for the positive class, 0 or false for the other. */
  readonly labels: ArrayLike<number | boolean>;
}

/** How many samples of each class share a score, or the scores above it. */
export interface ScoreStep {
  readonly positives: number;
  readonly negatives: number;
}

/**
 * Counts positives and negatives with at least each score, from the highest score down; samples of one score count at
 * once. The last step holds all.
 * @throws ArgumentError unless there are as many finite scores as labels of 0 and 1, both occurring.
 */
export function scoreSteps({ scores, labels }: Classified): ScoreStep[] {
  checkClassified({ scores, labels });
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const steps: ScoreStep[] = [];
  let [positives, negatives] = [0, 0];
  order.forEach((sample, i) => {
    if (labels[sample]) positives += 1;
    else negatives += 1;
    const next = order[i + 1];
    if (next === undefined || scores[next] !== scores[sample]) steps.push({ positives, negatives });
  });
  return steps;
}

function checkClassified({ scores, labels }: Classified): void {
  if (scores.length !== labels.length) {
    throw new ArgumentError('scores', `scores must be one a label, got ${scores.length} for ${labels.length} labels`);
  }
  for (const score of Array.from(scores)) checkFinite('scores', score);
  const kinds = new Set(Array.from(labels, Number));
  const wrong = [...kinds].find((label) => label !== 0 && label !== 1);
  if (wrong !== undefined) throw new ArgumentError('labels', `labels must be 0 and 1, got ${wrong}`);
  if (kinds.size === 2) return;
  throw new ArgumentError('labels', `labels must hold both classes, got ${[...kinds].join() || 'none'} only`);
}
