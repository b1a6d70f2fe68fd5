import type { FloatMatrix } from '../input/input.ts';

/** scikit-learn's trustworthiness(xs, embedding, n_neighbors=k), by its definition. */
export function trustworthiness(xs: FloatMatrix, embedding: FloatMatrix, k: number): number {
  const n = xs.rows;
  let penalty = 0;
  for (let i = 0; i < n; i++) {
    const far = squaresFrom(xs, i);
    const near = squaresFrom(embedding, i);
    for (let e = 0; e < k; e++) {
      const j = near.indexOf(near.reduce((least, value) => Math.min(least, value)));
      near[j] = Number.POSITIVE_INFINITY;
      const limit = far[j] as number;
      const rank = far.reduce((count, value) => (value < limit ? count + 1 : count), 1);
      penalty += Math.max(0, rank - k);
    }
  }
  return 1 - (2 / (n * k * (2 * n - 3 * k - 1))) * penalty;
}

/** Squared distances to all samples; infinite to itself. */
function squaresFrom({ data, rows, columns }: FloatMatrix, i: number): Float64Array {
  const squares = new Float64Array(rows);
  for (let j = 0; j < rows; j++) {
    let sum = 0;
    for (let c = 0; c < columns; c++)
      sum += ((data[i * columns + c] as number) - (data[j * columns + c] as number)) ** 2;
    squares[j] = sum;
  }
  squares[i] = Number.POSITIVE_INFINITY;
  return squares;
}
