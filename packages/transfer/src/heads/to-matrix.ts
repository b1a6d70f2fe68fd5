import { ArgumentError, type Matrix, type Samples } from '@animals/core';

/** Samples as a matrix, in place if they are one. @throws ArgumentError if rows or sizes do not fit. */
export function toMatrix(samples: Samples): Matrix {
  if ('rows' in samples) {
    const { data, rows, columns } = samples;
    if (data.length === rows * columns && rows > 0 && columns > 0) return samples;
    throw new ArgumentError(
      'features',
      `features must hold rows * columns numbers, got ${data.length} for ${rows} * ${columns}`,
    );
  }
  const columns = samples[0]?.length ?? 0;
  const data = new Float64Array(samples.length * columns);
  for (let i = 0; i < samples.length; i++) {
    const row = samples[i] as ArrayLike<number>;
    if (row.length !== columns)
      throw new ArgumentError('features', `features must have rows of one length, got ${columns} and ${row.length}`);
    data.set(row, i * columns);
  }
  return toMatrix({ data, rows: samples.length, columns });
}

/** The rows at some indices, copied. */
export function takeRows({ data, columns }: Matrix, indices: ArrayLike<number>): Matrix {
  const out = new Float64Array(indices.length * columns);
  for (let i = 0; i < indices.length; i++) {
    const from = (indices[i] as number) * columns;
    out.set(data.subarray(from, from + columns), i * columns);
  }
  return { data: out, rows: indices.length, columns };
}
