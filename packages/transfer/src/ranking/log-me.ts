import { type Matrix, type Samples, symmetricEigen } from '@animals/core';
import { checkLabels } from '../heads/check-labels.ts';
import { toMatrix } from '../heads/to-matrix.ts';

const MAX_ITERATIONS = 100;
const TOLERANCE = 1e-6;

/**
 * Says how well features suit labels, before anything is trained: the logarithm of the evidence of a Bayesian linear
 * model of each class against the rest, its two variances at their best, as a mean over samples and classes.
 *
 * Larger is better; comparable for one set of pictures only. Features are taken as they are. Some 6 min(n, d)^3 operations.
 * @throws ArgumentError if features and labels do not fit.
 * @see You et al., "LogME: Practical Assessment of Pre-trained Models for Transfer Learning" (ICML 2021)
 */
export function logMe(features: Samples, labels: ArrayLike<number>): number {
  const matrix = toMatrix(features);
  const own = checkLabels(labels, matrix.rows);
  const { values, left } = leftSingular(matrix);
  const total = Array.from({ length: own.classes }, (_, k) => {
    const y = Float64Array.from(own.labels, (label) => (label === k ? 1 : 0));
    return evidence({ values, projected: left(y), squared: y.reduce((sum, v) => sum + v * v, 0), ...matrix });
  });
  return total.reduce((a, b) => a + b, 0) / own.classes;
}

interface Singular {
  /** Squared singular values, from 0. */
  readonly values: Float64Array;
  /** Squared products of a vector with the left singular vectors. */
  left(y: Float64Array): Float64Array;
}

/** Of the smaller of F F' and F' F. */
function leftSingular(matrix: Matrix): Singular {
  const { rows, columns } = matrix;
  const n = Math.min(rows, columns);
  const { values, vectors } = symmetricEigen(rows <= columns ? outer(matrix) : inner(matrix), n);
  const squares = values.map((value) => Math.max(0, value));
  const along = (v: Float64Array) =>
    squares.map((_, i) =>
      vectors.subarray(i * n, (i + 1) * n).reduce((sum, value, j) => sum + value * (v[j] as number), 0),
    );
  if (rows <= columns) return { values: squares, left: (y) => along(y).map((value) => value * value) };
  // u_i'y = v_i'F'y / s_i; where s_i is 0 the feature says nothing.
  const largest = squares.reduce((a, b) => Math.max(a, b), 0);
  return {
    values: squares,
    left: (y) =>
      along(transposeTimes(matrix, y)).map((value, i) =>
        (squares[i] as number) > 1e-12 * largest ? (value * value) / (squares[i] as number) : 0,
      ),
  };
}

function outer({ data, rows, columns }: Matrix): Float64Array {
  const out = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += (data[i * columns + k] as number) * (data[j * columns + k] as number);
      out[i * rows + j] = out[j * rows + i] = sum;
    }
  }
  return out;
}

function inner({ data, rows, columns }: Matrix): Float64Array {
  const out = new Float64Array(columns * columns);
  for (let r = 0; r < rows; r++) {
    const row = data.subarray(r * columns, (r + 1) * columns);
    for (let i = 0; i < columns; i++) {
      const factor = row[i] as number;
      for (let j = 0; j < columns; j++)
        out[i * columns + j] = (out[i * columns + j] as number) + factor * (row[j] as number);
    }
  }
  return out;
}

function transposeTimes({ data, rows, columns }: Matrix, y: Float64Array): Float64Array {
  const out = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++)
      out[j] = (out[j] as number) + (data[i * columns + j] as number) * (y[i] as number);
  }
  return out;
}

interface Problem {
  readonly values: Float64Array;
  readonly projected: Float64Array;
  /** |y|^2. */
  readonly squared: number;
  readonly rows: number;
  readonly columns: number;
}

/** Log evidence per sample, the precisions of weights (alpha) and of noise (beta) found by fixed-point iteration. */
function evidence({ values, projected, squared, rows, columns }: Problem): number {
  let alpha = 1;
  let beta = 1;
  let fit = solution(1);
  for (let i = 0; i < MAX_ITERATIONS; i++) {
    const ratio = alpha / beta;
    const gamma = values.reduce((sum, value) => sum + value / (value + ratio), 0);
    fit = solution(ratio);
    alpha = gamma / (fit.weights + 1e-5);
    beta = (rows - gamma) / (fit.residual + 1e-5);
    if (Math.abs(alpha / beta - ratio) / ratio <= TOLERANCE) break;
  }
  fit = solution(alpha / beta);
  const logDet =
    values.reduce((sum, value) => sum + Math.log(alpha + beta * value), 0) +
    (columns - values.length) * Math.log(alpha);
  const twice =
    columns * Math.log(alpha) +
    rows * Math.log(beta / (2 * Math.PI)) -
    logDet -
    beta * fit.residual -
    alpha * fit.weights;
  return twice / 2 / rows;

  /** |m|^2 and |F m - y|^2 of the posterior mean m. */
  function solution(ratio: number): { weights: number; residual: number } {
    let inside = 0;
    let weights = 0;
    let residual = 0;
    for (const [i, value] of values.entries()) {
      const part = projected[i] as number;
      inside += part;
      weights += (value * part) / (value + ratio) ** 2;
      residual += part / (1 + value / ratio) ** 2;
    }
    return { weights, residual: residual + Math.max(0, squared - inside) };
  }
}
