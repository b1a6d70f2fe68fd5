import { describe, expect, it } from 'vitest';
import { rocAt, rocPoints } from './roc-points.ts';

describe('rocPoints', () => {
  it('are read between, and at the top of a rise', () => {
    const points = rocPoints({ labels: [true, false, true, false], scores: [4, 3, 3, 1] });
    expect(points.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0, 0.5],
      [0.5, 1],
      [1, 1],
    ]);
    expect([0, 0.25, 0.5, 1].map((rate) => rocAt(points, rate))).toEqual([0.5, 0.75, 1, 1]);
  });
});
