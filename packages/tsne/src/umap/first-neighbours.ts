import type { Neighbours } from '../neighbours/neighbours.ts';

/** The k nearest of a graph that has at least as many. */
export function firstNeighbours(graph: Neighbours, k: number): Neighbours {
  if (graph.k === k) return graph;
  const rows = graph.indices.length / graph.k;
  const result = { k, indices: new Uint32Array(rows * k), distances: new Float32Array(rows * k) };
  for (let i = 0; i < rows; i++) {
    const from = i * graph.k;
    result.indices.set(graph.indices.subarray(from, from + k), i * k);
    result.distances.set(graph.distances.subarray(from, from + k), i * k);
  }
  return result;
}
