import { ArgumentError } from '@animals/core';
import { checkBinary } from '../metrics/check-binary.ts';
import { checkRows } from '../metrics/check-rows.ts';
import { predictedClasses } from '../metrics/predicted-classes.ts';

/** Samples of like confidence. */
export interface ReliabilityBin {
  /** Confidence above which samples are in it (the first bin holds 0 too). */
  readonly from: number;
  /** Confidence up to which they are, inclusive. */
  readonly to: number;
  readonly count: number;
  /** Mean confidence; null for an empty bin. */
  readonly confidence: number | null;
  /** Fraction that came true; null for an empty bin. */
  readonly frequency: number | null;
}

/** How far stated probabilities can be trusted. */
export interface ReliabilityDiagram {
  readonly bins: readonly ReliabilityBin[];
  /** Expected calibration error: |confidence - frequency|, weighted by the bins' counts. */
  readonly ece: number;
  /** The largest of these differences. */
  readonly mce: number;
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
  check(labels, probabilities, { outputs, bins });
  const samples = outputs === 1 ? binary(labels, probabilities) : topLabel(labels, probabilities, outputs);
  const filled = Array.from({ length: bins }, (_, i) => summarise(samples, i / bins, (i + 1) / bins));
  const gaps = filled.map(({ confidence, frequency }) => Math.abs((confidence ?? 0) - (frequency ?? 0)));
  return {
    bins: filled,
    ece: gaps.reduce((sum, gap, i) => sum + gap * (filled[i] as ReliabilityBin).count, 0) / labels.length,
    mce: Math.max(...gaps),
    brier: brierScore(labels, probabilities, outputs),
  };
}

interface Sample {
  readonly confidence: number;
  readonly cameTrue: number;
}

function binary(labels: ArrayLike<number>, probabilities: ArrayLike<number>): Sample[] {
  return Array.from(labels, (cameTrue, i) => ({ confidence: probabilities[i] as number, cameTrue }));
}

function topLabel(labels: ArrayLike<number>, probabilities: ArrayLike<number>, outputs: number): Sample[] {
  return predictedClasses(probabilities, { outputs }).map((predicted, i) => ({
    confidence: probabilities[i * outputs + predicted] as number,
    cameTrue: Number(predicted === labels[i]),
  }));
}

function summarise(samples: readonly Sample[], from: number, to: number): ReliabilityBin {
  const inside = samples.filter(({ confidence }) => confidence <= to && (confidence > from || from === 0));
  const count = inside.length;
  const meanOf = (key: keyof Sample) =>
    count === 0 ? null : inside.reduce((sum, sample) => sum + sample[key], 0) / count;
  return { from, to, count, confidence: meanOf('confidence'), frequency: meanOf('cameTrue') };
}

function brierScore(labels: ArrayLike<number>, probabilities: ArrayLike<number>, outputs: number): number {
  let sum = 0;
  for (let at = 0; at < probabilities.length; at++) {
    const label = labels[Math.floor(at / outputs)] as number;
    const truth = outputs === 1 ? label : Number(at % outputs === label);
    sum += ((probabilities[at] as number) - truth) ** 2;
  }
  return sum / labels.length;
}

function check(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { outputs, bins }: { readonly outputs: number; readonly bins: number },
): void {
  if (!(Number.isInteger(bins) && bins >= 1))
    throw new ArgumentError('bins', `bins must be an integer from 1, got ${bins}`);
  if (outputs === 1) checkBinary(labels, probabilities);
  else checkRows(labels, probabilities, outputs);
  const wrong = Array.from(probabilities).find((p) => !(p >= 0 && p <= 1 + 1e-6));
  if (wrong !== undefined) throw new ArgumentError('probabilities', `probabilities must be in [0, 1], got ${wrong}`);
}
