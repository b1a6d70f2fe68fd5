import type { Matrix } from '@animals/core';

/** Numbers in one row-major array, with their shape: sample by feature. */
export interface ShapedArray {
  readonly data: Float32Array | Float64Array;
  readonly shape: readonly [rows: number, columns: number];
}

/** Samples by features: an array with its shape, a matrix, or one list of numbers a sample, all of one length. */
export type Input = ShapedArray | Matrix | ArrayLike<ArrayLike<number>>;

/** Samples in single precision: feature j of sample i is `data[i * columns + j]`. All values are finite. */
export interface FloatMatrix extends Matrix {
  readonly data: Float32Array;
}
