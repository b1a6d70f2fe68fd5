import type { Neighbours } from '../neighbours/neighbours.ts';
import type { Smoothing } from './smooth-distances.ts';
import type { SparseRows } from './sparse-rows.ts';

/** How much each sample counts each of its neighbours in, in [0, 1]: exp(-max(0, d - rho) / sigma). */
export function memberships({ k, indices, distances }: Neighbours, { rhos, sigmas }: Smoothing): SparseRows {
  const rows = rhos.length;
  const result = { columns: new Uint32Array(rows * k), values: new Float32Array(rows * k) };
  const order = Uint32Array.from({ length: k }, (_, p) => p);
  for (let i = 0; i < rows; i++) {
    const own = indices.subarray(i * k, (i + 1) * k);
    order.sort((a, b) => (own[a] as number) - (own[b] as number));
    const [rho, sigma] = [rhos[i] as number, sigmas[i] as number];
    for (let p = 0; p < k; p++) {
      const from = order[p] as number;
      const beyond = (distances[i * k + from] as number) - rho;
      result.columns[i * k + p] = own[from] as number;
      result.values[i * k + p] = beyond <= 0 || sigma === 0 ? 1 : Math.exp(-beyond / sigma);
    }
  }
  return { rows, rowStart: Uint32Array.from({ length: rows + 1 }, (_, i) => i * k), ...result };
}
