import { createRng, type OnProgress } from '@animals/core';
import type { Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { findNeighbours } from './find-neighbours.ts';
import type { Metric, NeighbourMethod, Neighbours } from './neighbours.ts';
import { neighboursOfDistances } from './neighbours-of-distances.ts';

/** Options of `nearestNeighbours`. */
export interface NearestOptions {
  /** How many neighbours a sample, in [1, n - 1]; t-SNE wants three times its perplexity. Default 90, or all. */
  readonly k?: number;
  /** Default `euclidean`. `precomputed`: `xs` is a square matrix of distances, read by rows. */
  readonly metric?: Metric | 'precomputed';
  /** Default `auto`: `exact` up to some tens of thousands of samples. */
  readonly method?: NeighbourMethod;
  /** Seed of `descent`. Default 0. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
  /** Called about ten times a second, and at the end; must not throw. */
  readonly onProgress?: OnProgress;
}

const PARTS = 1000;

/**
 * The nearest neighbours of each sample, itself left out: a graph that `tsne` and `umap` take as option `neighbours`.
 *
 * `exact` is exact up to the rounding of single precision; which of equally far samples come last is arbitrary, but the
 * same each time. `descent` finds nearly all (`neighbourRecall` says how many) in far less time for many samples.
 * @throws ArgumentError if a value is not finite, an option is out of range, or a sample is all zeros with `cosine`.
 * @throws the signal's reason if it aborts.
 */
export async function nearestNeighbours(xs: Input, options: NearestOptions = {}): Promise<Neighbours> {
  const { metric = 'euclidean', method = 'auto', seed = 0, signal, onProgress } = options;
  const matrix = toMatrix(xs);
  const k = options.k ?? Math.max(1, Math.min(90, matrix.rows - 1));
  if (metric === 'precomputed') return neighboursOfDistances(matrix, k);
  const report = (share: number) =>
    onProgress?.({ done: Math.round(share * PARTS), total: PARTS, label: 'neighbours' });
  const rng = createRng(seed).split('neighbours');
  return findNeighbours(matrix, { k, metric, method, rng, ...(signal && { signal }), onProgress: report });
}
