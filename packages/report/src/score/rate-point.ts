/** A point of a curve of two shares, each 0 to 1. */
export interface RatePoint {
  readonly x: number;
  readonly y: number;
}
