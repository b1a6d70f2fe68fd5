import { ArgumentError } from '@animals/core';
import type { FloatMatrix, Input } from './input.ts';

/**
 * Brings samples into a matrix of single precision.
 *
 * A `Float32Array` is kept, not copied, so the caller must leave it alone while the matrix is in use.
 * @throws ArgumentError if there is no value, the shape does not fit, rows differ in length, or a value is not finite.
 */
export function toMatrix(xs: Input, parameter = 'xs'): FloatMatrix {
  const matrix = 'data' in xs ? fromArray(xs, parameter) : fromRows(xs, parameter);
  if (matrix.data.length === 0) {
    throw new ArgumentError(parameter, `${parameter} must hold at least one sample and one feature, got none`);
  }
  checkFinite(matrix, parameter);
  return matrix;
}

function fromArray(xs: Exclude<Input, ArrayLike<ArrayLike<number>>>, parameter: string): FloatMatrix {
  const { data } = xs;
  const [rows, columns] = 'shape' in xs ? xs.shape : [xs.rows, xs.columns];
  if (!(data instanceof Float32Array) && !(data instanceof Float64Array)) {
    throw new ArgumentError(parameter, `${parameter}.data must be a Float32Array or a Float64Array`);
  }
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || rows * columns !== data.length) {
    const hint = `must have as many numbers as its shape says, got ${data.length} for ${rows} * ${columns}`;
    throw new ArgumentError(parameter, `${parameter} ${hint}`);
  }
  return { data: data instanceof Float32Array ? data : Float32Array.from(data), rows, columns };
}

function fromRows(xs: ArrayLike<ArrayLike<number>>, parameter: string): FloatMatrix {
  const rows = xs.length;
  const columns = xs[0]?.length ?? 0;
  const data = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const row = xs[i] as ArrayLike<number>;
    if (row?.length !== columns) {
      const lengths = `${columns} and, at ${i}, ${row?.length}`;
      throw new ArgumentError(parameter, `${parameter} must have rows of one length, got ${lengths}`);
    }
    data.set(row, i * columns);
  }
  return { data, rows, columns };
}

function checkFinite({ data, columns }: FloatMatrix, parameter: string): void {
  const bad = data.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return;
  const place = `sample ${Math.floor(bad / columns)}, feature ${bad % columns}`;
  throw new ArgumentError(
    parameter,
    `${parameter} must hold finite single-precision numbers, got ${data[bad]} at ${place}`,
  );
}
