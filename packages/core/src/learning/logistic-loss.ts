import type { OwnMatrix } from './matrix.ts';
import type { Objective } from './objective.ts';

interface Task {
  readonly xs: OwnMatrix;
  readonly ys: Uint32Array;
  /** Rows of weights: 1 for two classes (the log-odds of class 1), else one a class. */
  readonly outputs: number;
  readonly l2: number;
}

/**
 * Mean cross-entropy plus `l2 / (2 n)` times the squared weights, as a function of `[weights | intercepts]`.
 *
 * Weights are `outputs` rows of `columns`; intercepts are not penalised.
 */
export function logisticLoss({ xs, ys, outputs, l2 }: Task): Objective {
  const { rows, columns } = xs;
  const penalty = l2 / rows;
  const residual = new Float64Array(outputs);
  return (point, gradient) => {
    const weightCount = outputs * columns;
    let loss = 0;
    for (let i = 0; i < weightCount; i++) {
      const weight = point[i] as number;
      gradient[i] = penalty * weight;
      loss += (penalty / 2) * weight * weight;
    }
    gradient.fill(0, weightCount);
    for (let row = 0; row < rows; row++) {
      scoresOf(xs, row, point, residual);
      loss += lossAndResidual(residual, ys[row] as number) / rows;
      addOuter(gradient, residual, { xs, row });
    }
    return loss;
  };
}

/** Scores of one sample, before they are made probabilities: weights times features plus intercepts. */
export function scoresOf({ data, columns }: OwnMatrix, row: number, point: Float64Array, scores: Float64Array): void {
  const outputs = scores.length;
  const start = row * columns;
  for (let k = 0; k < outputs; k++) {
    let score = point[outputs * columns + k] as number;
    const weights = k * columns;
    for (let j = 0; j < columns; j++) score += (data[start + j] as number) * (point[weights + j] as number);
    scores[k] = score;
  }
}

/** Replaces scores by probability minus truth, and returns the cross-entropy. */
function lossAndResidual(scores: Float64Array, y: number): number {
  if (scores.length === 1) {
    const score = scores[0] as number;
    scores[0] = sigmoid(score) - y;
    return softplus(y === 1 ? -score : score);
  }
  const wanted = scores[y] as number;
  const logTotal = softmax(scores);
  scores[y] = (scores[y] as number) - 1;
  return logTotal - wanted;
}

/** Replaces scores by probabilities, and returns the logarithm of the sum of their exponentials. */
export function softmax(scores: Float64Array): number {
  const most = scores.reduce((a, b) => Math.max(a, b));
  let total = 0;
  for (let k = 0; k < scores.length; k++) total += scores[k] = Math.exp((scores[k] as number) - most);
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / total;
  return most + Math.log(total);
}

/** 1 / (1 + exp(-x)), without overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** log(1 + exp(x)), without overflow. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

function addOuter(gradient: Float64Array, residual: Float64Array, { xs, row }: { xs: OwnMatrix; row: number }): void {
  const { data, rows, columns } = xs;
  const start = row * columns;
  for (let k = 0; k < residual.length; k++) {
    const factor = (residual[k] as number) / rows;
    const weights = k * columns;
    for (let j = 0; j < columns; j++) {
      gradient[weights + j] = (gradient[weights + j] as number) + factor * (data[start + j] as number);
    }
    const intercept = residual.length * columns + k;
    gradient[intercept] = (gradient[intercept] as number) + factor;
  }
}
