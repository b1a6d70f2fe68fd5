import { createRng } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { isConnected } from './is-connected.ts';
import type { SparseRows } from './sparse-rows.ts';
import { spectralLayout } from './spectral-layout.ts';

/** A ring of equal weights. */
function ring(rows: number): SparseRows {
  const columns = Uint32Array.from({ length: 2 * rows }, (_, at) => {
    const i = at >> 1;
    return [(i + rows - 1) % rows, (i + 1) % rows].sort((a, b) => a - b)[at & 1]!;
  });
  return {
    rows,
    columns,
    rowStart: Uint32Array.from({ length: rows + 1 }, (_, i) => 2 * i),
    values: new Float32Array(2 * rows).fill(0.5),
  };
}

describe('spectralLayout', () => {
  it('lays a ring out as a circle', () => {
    const xy = spectralLayout(ring(40), 2, createRng(0));
    const radii = Array.from({ length: 40 }, (_, i) => Math.hypot(xy[2 * i]!, xy[2 * i + 1]!));
    expect(radii).toBeAllClose(Array(40).fill(Math.sqrt(2 / 40)), { rtol: 1e-3 });
  });

  it('lays a chain out along the first coordinate', () => {
    const rows = 60;
    const columns: number[] = [];
    const rowStart = [0];
    for (let i = 0; i < rows; i++) {
      columns.push(...[i - 1, i + 1].filter((j) => j >= 0 && j < rows));
      rowStart.push(columns.length);
    }
    const chain = {
      rows,
      rowStart: Uint32Array.from(rowStart),
      columns: Uint32Array.from(columns),
      values: new Float32Array(columns.length).fill(1),
    };
    const xy = spectralLayout(chain, 2, createRng(1));
    const first = Array.from({ length: rows }, (_, i) => xy[2 * i]! * Math.sign(xy[0]!));
    for (let i = 2; i < rows - 1; i++) expect(first[i]!).toBeLessThan(first[i - 1]!);
  });
});

describe('isConnected', () => {
  it('tells one piece from two', () => {
    expect(isConnected(ring(7))).toBe(true);
    const two = {
      rows: 4,
      rowStart: Uint32Array.of(0, 1, 2, 3, 4),
      columns: Uint32Array.of(1, 0, 3, 2),
      values: new Float32Array(4).fill(1),
    };
    expect(isConnected(two)).toBe(false);
  });
});
