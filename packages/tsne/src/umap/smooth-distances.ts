/** What makes distances memberships: exp(-max(0, d - rho) / sigma). */
export interface Smoothing {
  /** Distance up to which membership is 1, one a sample. */
  readonly rhos: Float32Array;
  /** Scale of the decay beyond, one a sample. */
  readonly sigmas: Float32Array;
}

interface SmoothingTask {
  /** Neighbours of each sample, itself left out. */
  readonly k: number;
  /** Distances to them, ascending, [n * k]. */
  readonly distances: Float32Array;
  /** What the memberships of a sample sum up to the binary logarithm of. */
  readonly size: number;
  /** How many neighbours are in for sure; a fraction interpolates. */
  readonly localConnectivity: number;
}

const ROUNDS = 64;
const TOLERANCE = 1e-5;
const LEAST_SCALE = 1e-3;

/**
 * Finds rho and sigma of each sample, so that its memberships sum up to log2(size).
 *
 * Sigma is at least a thousandth of the mean distance to the neighbours (of all samples where a sample's rho is 0).
 * @see McInnes, Healy, Melville, "UMAP" (2018), algorithm 3; umap-learn smooth_knn_dist
 */
export function smoothDistances({ k, distances, size, localConnectivity }: SmoothingTask): Smoothing {
  const rows = distances.length / k;
  const result = { rhos: new Float32Array(rows), sigmas: new Float32Array(rows) };
  const target = Math.log2(size);
  const overall = meanOf(distances, size / k);
  for (let i = 0; i < rows; i++) {
    const own = distances.subarray(i * k, (i + 1) * k);
    const rho = Math.fround(connectedWithin(own, localConnectivity));
    const least = LEAST_SCALE * (rho > 0 ? meanOf(own, size / k) : overall);
    result.rhos[i] = rho;
    result.sigmas[i] = Math.max(searchScale(own, rho, target), least);
  }
  return result;
}

/** Mean where every k distances stand for k times `share` of them, the others 0: those to oneself. */
function meanOf(distances: Float32Array, share: number): number {
  let sum = 0;
  for (const distance of distances) sum += distance;
  return sum / (distances.length * share);
}

/** Distance of the neighbour of that rank, those at distance 0 not counted. */
function connectedWithin(own: Float32Array, rank: number): number {
  const apart = own.subarray(own.lastIndexOf(0) + 1);
  if (apart.length < rank) return apart.at(-1) ?? 0;
  const whole = Math.floor(rank);
  const low = whole > 0 ? (apart[whole - 1] as number) : 0;
  const part = rank - whole;
  return part > TOLERANCE ? low + part * ((apart[whole] ?? low) - low) : low;
}

function searchScale(own: Float32Array, rho: number, target: number): number {
  let [low, high, scale] = [0, Number.POSITIVE_INFINITY, 1];
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0;
    for (const distance of own) sum += distance > rho ? Math.exp((rho - distance) / scale) : 1;
    if (Math.abs(sum - target) < TOLERANCE) break;
    if (sum > target) high = scale;
    else low = scale;
    scale = high === Number.POSITIVE_INFINITY ? 2 * scale : (low + high) / 2;
  }
  return scale;
}
