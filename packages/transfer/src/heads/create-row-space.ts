import type { Matrix, OwnMatrix } from '@animals/core';

/** Coordinates in the space that a matrix' rows span. */
export interface RowSpace {
  /** The matrix' own rows: inner products among them are as before. */
  readonly rows: OwnMatrix;
  /** The part of other rows that lies in the space: inner products with the matrix' rows are as before. */
  project(others: Matrix): OwnMatrix;
}

const RELATIVE_ROUNDING = 1e-10;

/**
 * Gives n rows of many features n coordinates each, by the Cholesky factor of their inner products.
 *
 * A linear model with an L2 penalty has its weights in that space, so that fitting there gives the same model at a
 * fraction of the cost. Rows that depend on earlier ones add no coordinate.
 * @see Hastie and Tibshirani, "Efficient quadratic regularization for expression arrays" (2004)
 */
export function createRowSpace(matrix: Matrix): RowSpace {
  const { rows: n } = matrix;
  const products = innerProducts(matrix, matrix);
  const factor = cholesky(products, n);
  const project = (others: Matrix) => {
    const data = innerProducts(others, matrix);
    for (let i = 0; i < others.rows; i++) solveLower(factor, data.subarray(i * n, (i + 1) * n));
    return { data, rows: others.rows, columns: n };
  };
  return { rows: { data: factor, rows: n, columns: n }, project };
}

/** Row-major products of each row of `a` with each row of `b`. */
function innerProducts(a: Matrix, b: Matrix): Float64Array {
  const { columns } = a;
  const out = new Float64Array(a.rows * b.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.rows; j++) {
      let sum = 0;
      for (let p = i * columns, q = j * columns, end = p + columns; p < end; p++, q++) {
        sum += (a.data[p] as number) * (b.data[q] as number);
      }
      out[i * b.rows + j] = sum;
    }
  }
  return out;
}

/** The lower triangle L with L L' = m, whose columns are 0 where m has no further rank. */
function cholesky(m: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, m[i * n + i] as number);
  for (let j = 0; j < n; j++) {
    const pivot = (m[j * n + j] as number) - partial(lower, n, j, j);
    if (pivot <= RELATIVE_ROUNDING * largest) continue;
    const root = Math.sqrt(pivot);
    for (let i = j; i < n; i++) lower[i * n + j] = ((m[i * n + j] as number) - partial(lower, n, i, j)) / root;
  }
  return lower;
}

/** Inner product of the first j values of rows i and j. */
function partial(lower: Float64Array, n: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < j; k++) sum += (lower[i * n + k] as number) * (lower[j * n + k] as number);
  return sum;
}

/** Solves L z = b in place; coordinates that L lacks become 0. */
function solveLower(lower: Float64Array, b: Float64Array): void {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    const pivot = lower[i * n + i] as number;
    let sum = b[i] as number;
    for (let k = 0; k < i; k++) sum -= (lower[i * n + k] as number) * (b[k] as number);
    b[i] = pivot === 0 ? 0 : sum / pivot;
  }
}
