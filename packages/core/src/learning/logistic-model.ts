import { ArgumentError } from '../errors.ts';
import { scoresOf, sigmoid, softmax } from './logistic-loss.ts';
import { copyMatrix, type OwnMatrix, type Samples } from './matrix.ts';

/** A fitted linear classifier. */
export interface LogisticModel {
  /** One row a class; for two classes one row in all, the log-odds of class 1. */
  readonly weights: OwnMatrix;
  /** One a row of weights. */
  readonly intercepts: Float64Array;
  readonly iterations: number;
  /** Whether the gradient came below the tolerance. */
  readonly converged: boolean;
  /** Shape [samples, classes], each row sums to 1. */
  predictProbability(xs: Samples): OwnMatrix;
  /** The most probable class of each sample, the lower one of two that are equally so. */
  predict(xs: Samples): Uint32Array;
}

interface Fit {
  readonly outputs: number;
  readonly columns: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Wraps weights and intercepts, which lie one after the other in `point`. */
export function logisticModel(point: Float64Array, { outputs, columns, iterations, converged }: Fit): LogisticModel {
  const predictProbability = (xs: Samples) => probabilities(copyMatrix(xs), point, { outputs, columns });
  return {
    weights: { data: point.subarray(0, outputs * columns), rows: outputs, columns },
    intercepts: point.subarray(outputs * columns),
    iterations,
    converged,
    predictProbability,
    predict: (xs) => likeliest(predictProbability(xs)),
  };
}

function probabilities(
  xs: OwnMatrix,
  point: Float64Array,
  { outputs, columns }: { outputs: number; columns: number },
): OwnMatrix {
  if (xs.columns !== columns) {
    throw new ArgumentError('xs', `xs must have ${columns} features like the fitted samples, got ${xs.columns}`);
  }
  const classes = outputs === 1 ? 2 : outputs;
  const data = new Float64Array(xs.rows * classes);
  const scores = new Float64Array(outputs);
  for (let row = 0; row < xs.rows; row++) {
    scoresOf(xs, row, point, scores);
    if (outputs > 1) softmax(scores);
    const score = scores[0] as number;
    data.set(outputs === 1 ? [sigmoid(-score), sigmoid(score)] : scores, row * classes);
  }
  return { data, rows: xs.rows, columns: classes };
}

function likeliest({ data, rows, columns }: OwnMatrix): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => {
    const sample = data.subarray(row * columns, (row + 1) * columns);
    return sample.indexOf(sample.reduce((a, b) => Math.max(a, b)));
  });
}
