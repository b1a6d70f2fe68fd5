import type { FloatMatrix } from '../input/input.ts';

/** Mean of each feature, in double precision. */
export function columnMeans({ data, rows, columns }: FloatMatrix): Float64Array {
  const mean = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    const at = i * columns;
    for (let j = 0; j < columns; j++) mean[j] = (mean[j] as number) + (data[at + j] as number);
  }
  return mean.map((sum) => sum / rows);
}
