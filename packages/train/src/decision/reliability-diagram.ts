import { ArgumentError, type Reliability, reliability } from '@animals/core';
import { checkRows } from '../metrics/check-rows.ts';
import { predictedClasses } from '../metrics/predicted-classes.ts';

/** How far stated probabilities can be trusted. */
export interface ReliabilityDiagram extends Reliability {
  /** Mean squared distance of probabilities and what came true: in [0, 1] for one output, in [0, 2] for several. */
  readonly brier: number;
}

/**
 * Compares stated probabilities with how often they came true, in bins of equal width.
 *
 * One output: the probability of class 1, and whether it was. Several: that of the class that was predicted, and whether
 * it was right.
 * @throws ArgumentError if the lengths do not fit, a label is no class, a probability is outside [0, 1], or `bins` is no
 * integer from 1.
 * @see sklearn.calibration.calibration_curve and brier_score_loss; Guo et al., 2017.
 */
export function reliabilityDiagram(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { outputs = 1, bins = 10 }: { readonly outputs?: number; readonly bins?: number } = {},
): ReliabilityDiagram {
  if (outputs === 1) return reliability(labels, probabilities, { bins });
  checkRows(labels, probabilities, outputs);
  // Above 1 none can be where the largest of its row is not.
  const wrong = Array.from(probabilities).find((p) => !(p >= 0));
  if (wrong !== undefined) throw new ArgumentError('probabilities', `probabilities must be in [0, 1], got ${wrong}`);
  const predicted = predictedClasses(probabilities, { outputs });
  const isRight = predicted.map((index, i) => index === labels[i]);
  const confidences = predicted.map((index, i) => probabilities[i * outputs + index] as number);
  return { ...reliability(isRight, confidences, { bins }), brier: brierScore(labels, probabilities, outputs) };
}

/** Of several classes: the squared distances of all, summed. */
function brierScore(labels: ArrayLike<number>, probabilities: ArrayLike<number>, outputs: number): number {
  let sum = 0;
  for (let at = 0; at < probabilities.length; at++) {
    const truth = Number(at % outputs === labels[Math.floor(at / outputs)]);
    sum += ((probabilities[at] as number) - truth) ** 2;
  }
  return sum / labels.length;
}
