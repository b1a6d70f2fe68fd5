import { ArgumentError } from '../errors.ts';
import { checkBinary } from './check-binary.ts';
import { zerosAndOnes } from './zeros-and-ones.ts';

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
export interface Reliability {
  readonly bins: readonly ReliabilityBin[];
  /** Expected calibration error: |confidence - frequency|, weighted by the bins' counts. */
  readonly ece: number;
  /** The largest of these differences. */
  readonly mce: number;
  /** Mean squared distance of probabilities and what came true. */
  readonly brier: number;
}

/** Float32 probabilities of a softmax may be that much above 1. */
const SLACK = 1e-6;

/**
 * Compares stated probabilities with how often they came true, in bins of equal width.
 *
 * @param labels whether it came true: 1 or true, 0 or false
 * @param probabilities of class 1; of the predicted class, where there are more than two, labels saying whether it was right
 * @throws ArgumentError if the lengths differ, a label is not 0 or 1, a probability is outside [0, 1], or `bins` is no
 * integer from 1.
 * @see sklearn.calibration.calibration_curve and brier_score_loss; Guo et al., 2017, section 2.
 */
export function reliability(
  labels: ArrayLike<number | boolean>,
  probabilities: ArrayLike<number>,
  { bins = 10 }: { readonly bins?: number } = {},
): Reliability {
  const truths = zerosAndOnes(labels);
  check(truths, probabilities, bins);
  const filled = fill(truths, probabilities, bins);
  const gaps = filled.map(({ confidence, frequency }) => Math.abs((confidence ?? 0) - (frequency ?? 0)));
  const squares = Array.from(probabilities, (p, i) => (p - (truths[i] as number)) ** 2);
  return {
    bins: filled,
    ece: gaps.reduce((sum, gap, i) => sum + gap * (filled[i] as ReliabilityBin).count, 0) / labels.length,
    mce: Math.max(...gaps),
    brier: squares.reduce((sum, square) => sum + square, 0) / labels.length,
  };
}

function fill(truths: readonly number[], probabilities: ArrayLike<number>, bins: number): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, frequency: 0 }));
  for (let i = 0; i < truths.length; i++) {
    const p = probabilities[i] as number;
    const sum = sums[binOf(p, bins)] as (typeof sums)[number];
    sum.count += 1;
    sum.confidence += p;
    sum.frequency += truths[i] as number;
  }
  return sums.map(({ count, confidence, frequency }, i) => ({
    from: i / bins,
    to: (i + 1) / bins,
    count,
    confidence: count === 0 ? null : confidence / count,
    frequency: count === 0 ? null : frequency / count,
  }));
}

/** Index of the first bin that reaches up to a probability; its product may be rounded over an edge: 0.7 * 10 > 7. */
function binOf(p: number, bins: number): number {
  const near = Math.min(bins - 1, Math.max(0, Math.ceil(p * bins) - 1));
  if (near > 0 && p <= near / bins) return near - 1;
  return near < bins - 1 && p > (near + 1) / bins ? near + 1 : near;
}

function check(truths: readonly number[], probabilities: ArrayLike<number>, bins: number): void {
  if (!(Number.isInteger(bins) && bins >= 1)) {
    throw new ArgumentError('bins', `bins must be an integer from 1, got ${bins}`);
  }
  checkBinary(truths, probabilities);
  const wrong = Array.from(probabilities).find((p) => !(p >= 0 && p <= 1 + SLACK));
  if (wrong !== undefined) throw new ArgumentError('probabilities', `probabilities must be in [0, 1], got ${wrong}`);
}
