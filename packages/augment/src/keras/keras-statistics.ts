/** What `fit` learns of the training pictures: plain data. */
export interface KerasStatistics {
  /** Of each channel. */
  readonly mean?: readonly number[];
  /** Of each channel. */
  readonly sd?: readonly number[];
  /** Whitening x U diag(scales) U^T; each axis, a row of U^T, has a value for each value of a picture. */
  readonly whitening?: { readonly axes: readonly Float64Array[]; readonly scales: readonly number[] };
}
