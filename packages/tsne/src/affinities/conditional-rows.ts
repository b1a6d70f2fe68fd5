import type { Neighbours } from '../neighbours/neighbours.ts';
import { searchPrecision } from './search-precision.ts';

/** How several perplexities become one row. */
export type Scales = 'mixture' | 'average';

/** Which Gaussians to fit to each row of distances. */
export interface RowOptions {
  /** At least one, each below the number of neighbours. */
  readonly perplexities: readonly number[];
  readonly scales: Scales;
  /** Called between rows, so that long fits can pause; may throw. */
  readonly pace: (share: number) => Promise<void>;
}

const ROWS_AT_A_TIME = 256;

/**
 * What share of its affinity each sample gives to each of its neighbours, [n * k]: rows of sum one.
 *
 * Of several perplexities, `mixture` adds the normal densities before the row is normalised, `average` the rows.
 * @see Kobak, Berens, "The art of using t-SNE for single-cell transcriptomics" (2019); openTSNE
 */
export async function conditionalRows(neighbours: Neighbours, options: RowOptions): Promise<Float32Array> {
  const { k, distances } = neighbours;
  const shares = new Float32Array(distances.length);
  const fit = createRowFit(k, options);
  const rows = distances.length / k;
  for (let i = 0; i < rows; i++) {
    if (i % ROWS_AT_A_TIME === 0) await options.pace(i / rows);
    shares.set(fit(distances.subarray(i * k, (i + 1) * k)), i * k);
  }
  return shares;
}

/** Fits one row; the result is good until the next call. */
function createRowFit(k: number, { perplexities, scales }: RowOptions): (distances: Float32Array) => Float64Array {
  const squares = new Float32Array(k);
  const parts = perplexities.map(() => new Float64Array(k));
  const row = new Float64Array(k);
  return (distances) => {
    for (let j = 0; j < k; j++) squares[j] = (distances[j] as number) ** 2;
    const betas = perplexities.map((perplexity, l) => searchPrecision(squares, Math.log(perplexity), parts[l]!));
    if (perplexities.length === 1) return parts[0]!;
    if (scales === 'average') average(parts, row);
    else mix(squares, betas, row);
    return row;
  };
}

function average(parts: readonly Float64Array[], out: Float64Array): void {
  for (let j = 0; j < out.length; j++) out[j] = parts.reduce((sum, part) => sum + part[j]!, 0) / parts.length;
}

/** Adds densities sqrt(beta) exp(-beta d^2), each relative to the largest there is. */
function mix(squares: Float32Array, betas: readonly number[], out: Float64Array): void {
  const nearest = squares.reduce((least, square) => Math.min(least, square), Number.POSITIVE_INFINITY);
  const logs = betas.map((beta) => Math.log(beta) / 2);
  const largest = Math.max(...betas.map((beta, l) => logs[l]! - beta * nearest));
  let sum = 0;
  for (let j = 0; j < out.length; j++) {
    const density = betas.reduce((total, beta, l) => total + Math.exp(logs[l]! - beta * squares[j]! - largest), 0);
    out[j] = density;
    sum += density;
  }
  for (let j = 0; j < out.length; j++) out[j] = out[j]! / sum;
}
