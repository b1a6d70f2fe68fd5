import type { Matrix } from '@animals/core';

/** One row of features a picture, in the order of the pictures. */
export interface Features extends Matrix {
  readonly data: Float32Array;
}
