import { ArgumentError } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { checkDistances } from './check-distances.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * The k nearest neighbours of each sample by its row of a square matrix of distances; of equals the lower number first.
 *
 * The diagonal is not read, and rows and columns need not agree.
 * @throws ArgumentError if the matrix is not square, a distance is negative, or k is not an integer in [1, n - 1].
 */
export function neighboursOfDistances({ data, rows, columns }: FloatMatrix, k: number): Neighbours {
  checkDistances({ data, rows, columns });
  if (!Number.isInteger(k) || k < 1 || k >= rows) {
    throw new ArgumentError('k', `k must be an integer in [1, ${rows - 1}] for ${rows} samples, got ${k}`);
  }
  const result = { k, indices: new Uint32Array(rows * k), distances: new Float32Array(rows * k) };
  for (let i = 0; i < rows; i++) {
    const own = data.subarray(i * columns, (i + 1) * columns);
    const order = Uint32Array.from({ length: rows - 1 }, (_, j) => (j < i ? j : j + 1));
    order.sort((a, b) => (own[a] as number) - (own[b] as number) || a - b);
    result.indices.set(order.subarray(0, k), i * k);
    for (let p = 0; p < k; p++) result.distances[i * k + p] = own[order[p] as number] as number;
  }
  return result;
}
