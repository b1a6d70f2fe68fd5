import { keepValues, type SparseRows, transpose } from './sparse-rows.ts';

/**
 * One membership for each pair that has one either way: `mix` (a + b - a b) + (1 - mix) a b.
 *
 * `mix` 1 is the union, 0 the intersection of the fuzzy sets.
 */
export function fuzzyUnion(one: SparseRows, mix: number): SparseRows {
  const other = transpose(one);
  const { rows } = one;
  const rowStart = new Uint32Array(rows + 1);
  const columns = new Uint32Array(2 * one.columns.length);
  const values = new Float32Array(columns.length);
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let [p, q] = [one.rowStart[i] as number, other.rowStart[i] as number];
    const [pEnd, qEnd] = [one.rowStart[i + 1] as number, other.rowStart[i + 1] as number];
    while (p < pEnd || q < qEnd) {
      const left = p < pEnd ? (one.columns[p] as number) : rows;
      const right = q < qEnd ? (other.columns[q] as number) : rows;
      const a = left <= right ? (one.values[p++] as number) : 0;
      const b = right <= left ? (other.values[q++] as number) : 0;
      columns[at] = Math.min(left, right);
      values[at++] = mix * (a + b - a * b) + (1 - mix) * a * b;
    }
    rowStart[i + 1] = at;
  }
  const merged = { rows, rowStart, columns: columns.subarray(0, at), values: values.subarray(0, at) };
  return keepValues(merged, (value) => value !== 0);
}
