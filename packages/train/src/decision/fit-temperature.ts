import { ArgumentError, checkBinary } from '@animals/core';
import { checkRows } from '../metrics/check-rows.ts';

/** A temperature, and the mean negative log-likelihood without and with it. */
export interface FittedTemperature {
  /** Above 1 softens; logits are divided by it. */
  readonly temperature: number;
  readonly before: number;
  readonly after: number;
}

/** Temperatures are looked for between 1 / MOST and MOST: classes that are told apart without a mistake have none. */
const MOST = 100;

/**
 * Finds the temperature that makes a classifier's probabilities fit validation data best; its decisions stay.
 *
 * @param logits as `predictLogits` gives them: one a sample for one output, `outputs` a sample, row by row, for several
 * The likelihood is convex in 1 / temperature, whose best value is found by bisection of the slope to full precision.
 * @throws ArgumentError if the lengths do not fit, a label is no class or a logit is not finite.
 * @see Guo et al., On Calibration of Modern Neural Networks, 2017.
 */
export function fitTemperature(
  labels: ArrayLike<number>,
  logits: ArrayLike<number>,
  { outputs = 1 }: { readonly outputs?: number } = {},
): FittedTemperature {
  if (outputs === 1) checkBinary(labels, logits);
  else checkRows(labels, logits, outputs);
  const wrong = Array.from(logits).find((z) => !Number.isFinite(z));
  if (wrong !== undefined) throw new ArgumentError('logits', `logits must be finite, got ${wrong}`);
  // One logit z is the pair (0, z).
  const row = (i: number) =>
    outputs === 1
      ? [0, logits[i] as number]
      : Array.from({ length: outputs }, (_, k) => logits[i * outputs + k] as number);
  const rows = Array.from(labels, (label, i) => ({ label, values: row(i) }));
  let [low, high] = [1 / MOST, MOST];
  for (let i = 0; i < 200; i++) {
    const middle = Math.sqrt(low * high);
    if (middle <= low || middle >= high) break;
    if (slope(rows, middle) < 0) low = middle;
    else high = middle;
  }
  const scale = (low + high) / 2;
  return { temperature: 1 / scale, before: likelihood(rows, 1), after: likelihood(rows, scale) };
}

interface Row {
  readonly label: number;
  readonly values: readonly number[];
}

/** Mean of log(sum(exp(scale * z))) - scale * z of the label. */
function likelihood(rows: readonly Row[], scale: number): number {
  const sum = rows.reduce((total, { label, values }) => {
    const most = Math.max(...values);
    const rest = values.reduce((a, value) => a + Math.exp(scale * (value - most)), 0);
    return total + Math.log(rest) + scale * (most - (values[label] as number));
  }, 0);
  return sum / rows.length;
}

/** Its derivative by the scale, times the number of rows: what the softmax expects of z, less z of the label. */
function slope(rows: readonly Row[], scale: number): number {
  return rows.reduce((total, { label, values }) => {
    const most = Math.max(...values);
    const weights = values.map((value) => Math.exp(scale * (value - most)));
    const sum = weights.reduce((a, b) => a + b, 0);
    const expected = values.reduce((a, value, k) => a + (value * (weights[k] as number)) / sum, 0);
    return total + expected - (values[label] as number);
  }, 0);
}
