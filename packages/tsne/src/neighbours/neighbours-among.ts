import type { FloatMatrix } from '../input/input.ts';
import { loadProductKernel } from '../products/product-kernel.ts';
import { distancesTo } from './distances-to.ts';
import type { Metric, Neighbours } from './neighbours.ts';

interface AmongOptions {
  readonly k: number;
  readonly metric: Metric | 'precomputed';
}

/** The k nearest of some samples to each of others, exactly; with `precomputed`, others are the distances to them. */
export async function neighboursAmong(
  others: FloatMatrix,
  xs: FloatMatrix,
  { k, metric }: AmongOptions,
): Promise<Neighbours> {
  const result = { k, indices: new Uint32Array(others.rows * k), distances: new Float32Array(others.rows * k) };
  const rowsOf =
    metric === 'precomputed' ? given(others) : distancesTo(await loadProductKernel(), { others, xs, metric });
  for (let i = 0; i < others.rows; i++) {
    const distances = rowsOf(i);
    const order = Uint32Array.from(distances.keys()).sort(
      (a, b) => (distances[a] as number) - (distances[b] as number) || a - b,
    );
    for (let p = 0; p < k; p++) {
      result.indices[i * k + p] = order[p] as number;
      result.distances[i * k + p] = distances[order[p] as number] as number;
    }
  }
  return result;
}

function given({ data, columns }: FloatMatrix): (i: number) => Float32Array {
  return (i) => data.subarray(i * columns, (i + 1) * columns);
}
