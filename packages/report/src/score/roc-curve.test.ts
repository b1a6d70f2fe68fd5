import { createRng } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { areaUnder, rocAt, rocCurve } from './roc-curve.ts';

const labels = [0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0];
const scores = [0.1, 0.9, 0.8, 0.8, 0.6, 0.55, 0.54, 0.53, 0.52, 0.51, 0.505, 0.4];

describe('rocCurve', () => {
  it("gives scikit-learn's points and area, ties at once", () => {
    // sklearn.metrics.roc_curve(labels, scores), roc_auc_score(labels, scores), scikit-learn 1.9
    const points = rocCurve({ labels, scores });
    const sixths = [0, 0, 0, 1, 1, 2, 1, 3, 2, 3, 2, 5, 4, 5, 4, 6, 6, 6];
    expect(points.flatMap(({ x, y }) => [x, y])).toEqual(sixths.map((n) => n / 6));
    expect(areaUnder(points)).toBeCloseTo(0.7361111111111112, 15);
  });

  it('has the area of the rank-sum statistic', () => {
    const rng = createRng(4);
    const drawn = Array.from({ length: 200 }, () => ({ label: rng.uniform() < 0.4 ? 1 : 0, score: rng.int(0, 30) }));
    const [up, down] = [1, 0].map((label) => drawn.filter((one) => one.label === label).map(({ score }) => score));
    const wins = up!.flatMap((a) => down!.map((b) => (a > b ? 1 : a === b ? 0.5 : 0) as number));
    const points = rocCurve({ labels: drawn.map(({ label }) => label), scores: drawn.map(({ score }) => score) });
    expect(areaUnder(points)).toBeCloseTo(wins.reduce((a, b) => a + b) / wins.length, 12);
  });

  it('is read between its points, and at the top of a rise', () => {
    const points = rocCurve({ labels: [true, false, true, false], scores: [4, 3, 3, 1] });
    expect(points.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0, 0.5],
      [0.5, 1],
      [1, 1],
    ]);
    expect([0, 0.25, 0.5, 1].map((rate) => rocAt(points, rate))).toEqual([0.5, 0.75, 1, 1]);
  });

  it('refuses a single class, a label that is none, and a score too few', () => {
    expect(() => rocCurve({ labels: [1, 1], scores: [1, 2] })).toThrow('both classes');
    expect(() => rocCurve({ labels: [1, 2], scores: [1, 2] })).toThrow('0 and 1, got 2');
    expect(() => rocCurve({ labels: [1, 0], scores: [1] })).toThrow('got 1 for 2 labels');
    expect(() => rocCurve({ labels: [1, 0], scores: [1, Number.NaN] })).toThrow('finite');
    expect(() => rocCurve({ labels: [], scores: [] })).toThrow('both classes');
  });
});
