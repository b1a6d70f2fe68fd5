/** The directions of most variance, before signs are fixed. */
export interface PrincipalAxes {
  /** Sums of squares along each direction, largest first. */
  readonly squares: Float64Array;
  /** Unit vectors, one a row. */
  readonly directions: Float64Array;
}

/** What both ways of finding them are asked. */
export interface AxesTask {
  /** How many. */
  readonly count: number;
  readonly mean: Float64Array;
}
