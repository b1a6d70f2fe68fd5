import { ArgumentError } from '@animals/core';

/** The samples whose probability lies in one interval. */
export interface CalibrationBin {
  /** The interval; closed above, and the first also below. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Mean probability of the samples, null if there is none. */
  readonly predicted: number | null;
  /** Share of the samples for which the outcome holds, null if there is none. */
  readonly observed: number | null;
}

/** How far probabilities can be believed. */
export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  /** Expected calibration error: the mean gap between predicted and observed, weighted by counts. */
  readonly ece: number;
  /** The widest gap of all bins. */
  readonly maximum: number;
  readonly count: number;
}

function check(probabilities: ArrayLike<number>, outcomes: ArrayLike<number | boolean>, bins: number): void {
  if (!Number.isInteger(bins) || bins < 1 || bins > 100) {
    throw new ArgumentError('bins', `bins must be a whole number from 1 to 100, got ${bins}`);
  }
  if (probabilities.length === 0 || probabilities.length !== outcomes.length) {
    const got = `${probabilities.length} for ${outcomes.length} outcomes`;
    throw new ArgumentError('probabilities', `probabilities must be one an outcome, at least one, got ${got}`);
  }
  const wrong = Array.from(probabilities).find((p) => !(p >= 0 && p <= 1));
  if (wrong !== undefined) throw new ArgumentError('probabilities', `probabilities must be in [0, 1], got ${wrong}`);
  const odd = Array.from(outcomes, Number).find((outcome) => outcome !== 0 && outcome !== 1);
  if (odd !== undefined) throw new ArgumentError('outcomes', `outcomes must be 0 or 1, got ${odd}`);
}

/**
 * Compares probabilities with what came true, in bins of equal width.
 *
 * For two classes give the probability of the positive class and whether it was that class; for more, the highest
 * probability and whether its class was right.
 * @throws ArgumentError unless each probability is in [0, 1] with an outcome of 0 or 1, and bins is from 1 to 100.
 * @see Guo et al. (2017), On Calibration of Modern Neural Networks, section 2.
 */
export function calibration(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number | boolean>,
  { bins = 10 }: { readonly bins?: number } = {},
): Calibration {
  check(probabilities, outcomes, bins);
  const [counts, predicted, observed] = [0, 1, 2].map(() => new Float64Array(bins)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  Array.from(probabilities).forEach((p, i) => {
    const bin = Math.max(0, Math.ceil(p * bins) - 1);
    counts[bin]! += 1;
    predicted[bin]! += p;
    observed[bin]! += Number(outcomes[i]);
  });
  const made = Array.from(counts, (count, i): CalibrationBin => {
    const mean = (sums: Float64Array) => (count === 0 ? null : (sums[i] as number) / count);
    return { low: i / bins, high: (i + 1) / bins, count, predicted: mean(predicted), observed: mean(observed) };
  });
  const gaps = made.map(({ predicted: p, observed: o }) => (p === null || o === null ? 0 : Math.abs(p - o)));
  const count = probabilities.length;
  const ece = gaps.reduce((sum, gap, i) => sum + gap * (made[i] as CalibrationBin).count, 0) / count;
  return { bins: made, ece, maximum: Math.max(...gaps), count };
}
