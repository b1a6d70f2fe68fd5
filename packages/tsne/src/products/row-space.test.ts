import { createRng } from '@animals/core';
import { describe, expect, it } from 'vitest';
import type { FloatMatrix } from '../input/input.ts';
import { rowSpace } from './row-space.ts';

const rng = createRng(1);
const wide: FloatMatrix = {
  data: Float32Array.from({ length: 9 * 400 }, () => 5 + rng.normal()),
  rows: 9,
  columns: 400,
};

function distances({ data, rows, columns }: FloatMatrix): number[] {
  const row = (i: number) => data.subarray(i * columns, (i + 1) * columns);
  const between = (i: number, j: number) =>
    Math.hypot(...Array.from(row(i), (value, p) => value - (row(j)[p] as number)));
  return Array.from({ length: rows * rows }, (_, at) => between(Math.floor(at / rows), at % rows));
}

describe('rowSpace', () => {
  it('keeps every distance, with as many columns as rows', async () => {
    const own = await rowSpace(wide);
    expect([own.rows, own.columns]).toEqual([9, 9]);
    expect(distances(own)).toBeAllClose(distances(wide), { rtol: 1e-5, atol: 1e-4 });
  });

  it('has the direction of most variance first', async () => {
    const { data } = await rowSpace(wide);
    const variance = (c: number) =>
      Array.from({ length: 9 }, (_, i) => (data[i * 9 + c] as number) ** 2).reduce((a, b) => a + b);
    for (let c = 1; c < 9; c++) expect(variance(c)).toBeLessThanOrEqual(variance(c - 1) * (1 + 1e-6));
  });
});
