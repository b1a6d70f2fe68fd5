/**
 * Affinities between few pairs, a row a point: those of row i lie in [rowStart[i], rowStart[i + 1]).
 *
 * Each row is filled up to a multiple of four with affinities of zero between the point and itself.
 */
export interface SparseAffinities {
  readonly kind: 'sparse';
  readonly rows: number;
  readonly rowStart: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** Affinities between all pairs: that of i and j is `values[i * stride + j]`; what fills a row up to its stride is zero. */
export interface DenseAffinities {
  readonly kind: 'dense';
  readonly rows: number;
  readonly stride: number;
  readonly values: Float32Array;
}

/** How much pairs of points belong together: symmetric, of sum one. */
export type Affinities = SparseAffinities | DenseAffinities;
