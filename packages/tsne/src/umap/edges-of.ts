import type { Edges } from './layout.ts';
import type { SparseRows } from './sparse-rows.ts';

/** The pairs of a graph that are pulled at all within so many epochs: the strongest each epoch, others in proportion. */
export function edgesOf({ rows, rowStart, columns, values }: SparseRows, epochs: number): Edges {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  const least = most / epochs;
  const count = values.reduce((sum, value) => sum + (value >= least ? 1 : 0), 0);
  const edges = { heads: new Int32Array(count), tails: new Int32Array(count), periods: new Float64Array(count) };
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let p = rowStart[i] as number; p < (rowStart[i + 1] as number); p++) {
      const value = values[p] as number;
      if (value < least) continue;
      edges.heads[at] = i;
      edges.tails[at] = columns[p] as number;
      edges.periods[at++] = most / value;
    }
  }
  return edges;
}
