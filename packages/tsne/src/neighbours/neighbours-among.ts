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
    keepNearest(distances, result.indices.subarray(i * k, (i + 1) * k), result.distances.subarray(i * k, (i + 1) * k));
  }
  return result;
}

function given({ data, columns }: FloatMatrix): (i: number) => Float32Array {
  return (i) => data.subarray(i * columns, (i + 1) * columns);
}

/** The nearest of all, ascending, as many as there is room for; of equals the lower number first. */
function keepNearest(all: Float32Array, indices: Uint32Array, distances: Float32Array): void {
  const k = indices.length;
  for (let j = 0, count = 0; j < all.length; j++) {
    const distance = all[j] as number;
    if (count === k && distance >= (distances[k - 1] as number)) continue;
    let at = count < k ? count++ : k - 1;
    for (; at > 0 && (distances[at - 1] as number) > distance; at--) {
      distances[at] = distances[at - 1] as number;
      indices[at] = indices[at - 1] as number;
    }
    distances[at] = distance;
    indices[at] = j;
  }
}
