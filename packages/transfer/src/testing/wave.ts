import type { OwnMatrix } from '@animals/core';

/** A fixed matrix that the reference values in tests were computed on. */
export function wave(rows: number, columns: number, shift = 0): OwnMatrix {
  const data = Float64Array.from({ length: rows * columns }, (_, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns];
    return Math.sin(1 + 0.7 * i * j + 1.3 * i + shift) + (i % 2 === 1 && j < 4 ? 0.5 : 0);
  });
  return { data, rows, columns };
}

/** 0, 1, … classes - 1, over and over. */
export function turns(count: number, classes: number): number[] {
  return Array.from({ length: count }, (_, i) => i % classes);
}
