/** Sum of (observed - expected)^2 / expected for counts that should all be equal; values are cells, from 0. */
export function chiSquare(values: ArrayLike<number>, cells: number): number {
  const counts = new Float64Array(cells);
  for (const value of Array.from(values)) counts[value] = (counts[value] as number) + 1;
  const expected = values.length / cells;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Mean and central moments of values. */
export function moments(values: readonly number[]) {
  const mean = values.reduce((a, b) => a + b) / values.length;
  const central = (power: number) => values.reduce((sum, x) => sum + (x - mean) ** power, 0) / values.length;
  return { mean, variance: central(2), skew: central(3), kurtosis: central(4) };
}

export const many = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);
