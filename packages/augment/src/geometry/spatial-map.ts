import type { Matrix3 } from './matrix3.ts';

/** Tells for places of the result where they lie in what it is made of. Places are (row, column), pixel centres whole. */
export interface SpatialMap {
  /** Replaces a row's places in place. */
  mapRow(rows: Float64Array, columns: Float64Array): void;
  /** Where a place of the source goes in the result. */
  forward(row: number, column: number): readonly [number, number];
  /** Given if the whole map is a matrix, so that neighbours can be merged. */
  readonly matrix?: Matrix3;
}
