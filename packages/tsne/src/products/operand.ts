import type { FloatMatrix } from '../input/input.ts';

/** Rows of numbers that a product reads a panel at a time. */
export interface Operand {
  readonly rows: number;
  readonly depth: number;
  /** Writes the numbers of some rows at some depths into a panel, row by row, `stride` apart. */
  fill(panel: Float64Array, stride: number, { row, rows, from, to }: Window): void;
}

/** Which rows, `row` to `row + rows`, and which of their numbers, `from` to `to`. */
interface Window {
  readonly row: number;
  readonly rows: number;
  readonly from: number;
  readonly to: number;
}

/** The samples, less their mean. */
export function samplesOf({ data, rows, columns }: FloatMatrix, mean: Float64Array): Operand {
  return {
    rows,
    depth: columns,
    fill(panel, stride, { row, rows: count, from, to }) {
      for (let r = 0; r < count; r++) {
        const at = (row + r) * columns;
        for (let p = from; p < to; p++) panel[r * stride + p - from] = (data[at + p] as number) - (mean[p] as number);
      }
    },
  };
}

/** The features, one a row, less their mean: the transpose of `samplesOf`. */
export function featuresOf({ data, rows, columns }: FloatMatrix, mean: Float64Array): Operand {
  return {
    rows: columns,
    depth: rows,
    fill(panel, stride, { row, rows: count, from, to }) {
      for (let p = from; p < to; p++) {
        const at = p * columns + row;
        for (let r = 0; r < count; r++) {
          panel[r * stride + p - from] = (data[at + r] as number) - (mean[row + r] as number);
        }
      }
    },
  };
}

/** Rows of a plain array, each `depth` long. */
export function rowsOf(data: Float64Array, depth: number): Operand {
  return {
    rows: data.length / depth,
    depth,
    fill(panel, stride, { row, rows: count, from, to }) {
      for (let r = 0; r < count; r++) {
        const at = (row + r) * depth;
        panel.set(data.subarray(at + from, at + to), r * stride);
      }
    },
  };
}
