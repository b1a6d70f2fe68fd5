import type { Rng } from '@animals/core';

/** How far two samples are apart: `euclidean`, not squared; `cosine`, one minus the cosine of their angle. */
export type Metric = 'euclidean' | 'cosine';

/** How neighbours are found: `exact` compares all pairs, `descent` is NN-descent; `auto` picks by the number of samples. */
export type NeighbourMethod = 'auto' | 'exact' | 'descent';

/** The k nearest neighbours of each sample: those of sample i lie from `i * k` on, nearest first, never i itself. */
export interface Neighbours {
  readonly k: number;
  /** Which samples, [n * k]. */
  readonly indices: Int32Array | Uint32Array;
  /** How far away they are, [n * k], in the metric (euclidean distances are not squared). */
  readonly distances: Float32Array;
}

/** Options of `findNeighbours`. */
export interface NeighbourOptions {
  /** How many neighbours, in [1, n - 1]. */
  readonly k: number;
  /** Default `euclidean`. */
  readonly metric?: Metric;
  /** Default `auto`. */
  readonly method?: NeighbourMethod;
  /** Draws for `descent`; the exact method draws nothing. */
  readonly rng: Rng;
  readonly signal?: AbortSignal;
  /** Called with the share that is done, in [0, 1]; must not throw. */
  readonly onProgress?: (share: number) => void;
}
