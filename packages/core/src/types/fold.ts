/** One way to split n samples in two: indices, never data. */
export interface Fold {
  /** Position among the folds of its repeat, from 0. */
  readonly index: number;
  /** Which repetition of the whole split it belongs to, from 0. */
  readonly repeat: number;
  /** Sorted indices of the samples to learn from. */
  readonly train: Uint32Array;
  /** Sorted indices of the samples to be judged on; disjoint from `train`. */
  readonly test: Uint32Array;
  /** Seed for whatever is random inside the fold, derived from the split's own. */
  readonly seed: number;
}
