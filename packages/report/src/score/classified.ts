/** What a model says of some samples, and what is true of them. */
export interface Classified {
  /** One a sample: the larger, the surer of the positive class. */
  readonly scores: ArrayLike<number>;
  /** One a sample: 1 or true for the positive class, 0 or false for the other. */
  readonly labels: ArrayLike<number | boolean>;
}
