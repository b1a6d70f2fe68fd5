import { ArgumentError } from '../errors.ts';

/** Samples as rows of one row-major array: the value of feature j of sample i is `data[i * columns + j]`. */
export interface Matrix {
  readonly data: Float32Array | Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** Samples by features: a matrix, or one list of numbers a sample, all of one length. */
export type Samples = Matrix | ArrayLike<ArrayLike<number>>;

/** A matrix in double precision that nobody else holds. */
export interface OwnMatrix extends Matrix {
  readonly data: Float64Array;
}

/**
 * Copies samples into a matrix of doubles.
 *
 * @throws ArgumentError if there is no value, the shape does not fit the data, or a value is not finite.
 */
export function copyMatrix(xs: Samples): OwnMatrix {
  const matrix = 'rows' in xs ? fromMatrix(xs) : fromRows(xs);
  if (matrix.data.length === 0)
    throw new ArgumentError('xs', 'xs must hold at least one sample and one feature, got none');
  const bad = matrix.data.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return matrix;
  const place = `sample ${Math.floor(bad / matrix.columns)}, feature ${bad % matrix.columns}`;
  throw new ArgumentError('xs', `xs must hold finite numbers, got ${matrix.data[bad]} at ${place}`);
}

function fromMatrix({ data, rows, columns }: Matrix): OwnMatrix {
  if (data.length !== rows * columns) {
    throw new ArgumentError('xs', `xs must hold rows * columns numbers, got ${data.length} for ${rows} * ${columns}`);
  }
  return { data: Float64Array.from(data), rows, columns };
}

function fromRows(xs: ArrayLike<ArrayLike<number>>): OwnMatrix {
  const rows = xs.length;
  const columns = xs[0]?.length ?? 0;
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const row = xs[i] as ArrayLike<number>;
    if (row.length !== columns) {
      throw new ArgumentError('xs', `xs must have rows of one length, got ${columns} and, at ${i}, ${row.length}`);
    }
    data.set(row, i * columns);
  }
  return { data, rows, columns };
}
