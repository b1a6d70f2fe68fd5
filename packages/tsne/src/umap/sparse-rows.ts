/** A square matrix by rows: those of row i lie from `rowStart[i]` to `rowStart[i + 1]`, their columns ascending. */
export interface SparseRows {
  readonly rows: number;
  readonly rowStart: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** The same with rows for columns. */
export function transpose({ rows, rowStart, columns, values }: SparseRows): SparseRows {
  const starts = new Uint32Array(rows + 1);
  for (const column of columns) starts[column + 1] = (starts[column + 1] as number) + 1;
  for (let i = 0; i < rows; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice(0, rows);
  const result = { columns: new Uint32Array(columns.length), values: new Float32Array(values.length) };
  for (let i = 0; i < rows; i++) {
    for (let p = rowStart[i] as number; p < (rowStart[i + 1] as number); p++) {
      const column = columns[p] as number;
      const at = next[column] as number;
      next[column] = at + 1;
      result.columns[at] = i;
      result.values[at] = values[p] as number;
    }
  }
  return { rows, rowStart: starts, ...result };
}

/** Only the values that pass. */
export function keepValues(
  { rows, rowStart, columns, values }: SparseRows,
  passes: (value: number) => boolean,
): SparseRows {
  const starts = new Uint32Array(rows + 1);
  const result = { columns: new Uint32Array(columns.length), values: new Float32Array(values.length) };
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let p = rowStart[i] as number; p < (rowStart[i + 1] as number); p++) {
      if (!passes(values[p] as number)) continue;
      result.columns[at] = columns[p] as number;
      result.values[at++] = values[p] as number;
    }
    starts[i + 1] = at;
  }
  return { rows, rowStart: starts, columns: result.columns.slice(0, at), values: result.values.slice(0, at) };
}
