import { describe, expect, it } from 'vitest';
import { precisionAt, precisionPoints } from './precision-points.ts';

const labels = [0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0];
const scores = [0.1, 0.9, 0.8, 0.8, 0.6, 0.55, 0.54, 0.53, 0.52, 0.51, 0.505, 0.4];

describe('precisionPoints', () => {
  it('have the best precision of each recall, from the first that is above 0', () => {
    expect(precisionPoints({ labels: [0, 1, 0, 1], scores: [4, 3, 2, 1] })).toEqual([
      { x: 0.5, y: 0.5 },
      { x: 1, y: 0.5 },
    ]);
    const points = precisionPoints({ labels, scores });
    expect([0, 0.1, 0.5, 0.51, 1].map((recall) => precisionAt(points, recall))).toEqual([1, 1, 0.75, 4 / 6, 0.6]);
  });
});
