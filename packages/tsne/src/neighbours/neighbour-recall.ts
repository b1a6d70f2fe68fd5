import { ArgumentError, createRng } from '@animals/core';
import type { Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { checkNeighbours } from './check-neighbours.ts';
import type { Metric, Neighbours } from './neighbours.ts';
import { prepare } from './prepare.ts';

/** Options of `neighbourRecall`. */
export interface RecallOptions {
  /** That of the graph. Default `euclidean`. */
  readonly metric?: Metric;
  /** How many samples are looked at, at least 1. Default 100, or all. */
  readonly sample?: number;
  /** Decides which. Default 0. */
  readonly seed?: number;
}

/**
 * The share of true nearest neighbours among those of a graph, in [0, 1], on some of the samples.
 *
 * A neighbour as near as the true k-th one counts, whichever it is.
 * @throws ArgumentError if the graph is not one of these samples, or an option is out of range.
 */
export function neighbourRecall(xs: Input, graph: Neighbours, options: RecallOptions = {}): number {
  const matrix = toMatrix(xs);
  checkNeighbours(graph, matrix.rows);
  const { metric = 'euclidean', seed = 0, sample = Math.min(100, matrix.rows) } = options;
  if (!Number.isInteger(sample) || sample < 1 || sample > matrix.rows) {
    throw new ArgumentError('sample', `sample must be an integer in [1, ${matrix.rows}], got ${sample}`);
  }
  const full = prepare(matrix, metric);
  const rows = createRng(seed).split('recall').permutation(matrix.rows).subarray(0, sample);
  let found = 0;
  for (const i of rows) found += foundAt(i, full, graph);
  return found / (sample * graph.k);
}

function foundAt(i: number, { data, rows, columns }: ReturnType<typeof prepare>, { k, indices }: Neighbours): number {
  const own = data.subarray(i * columns, (i + 1) * columns);
  const squares = Float64Array.from({ length: rows }, (_, j) => {
    let sum = 0;
    for (let p = 0; p < columns; p++) sum += ((own[p] as number) - (data[j * columns + p] as number)) ** 2;
    return sum;
  });
  squares[i] = Number.POSITIVE_INFINITY;
  const farthest = squares.slice().sort()[k - 1] as number;
  const near = indices.subarray(i * k, (i + 1) * k).filter((j) => (squares[j] as number) <= farthest * (1 + 1e-6));
  return near.length;
}
