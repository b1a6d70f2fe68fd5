import { describe, expect, it } from 'vitest';
import { averagePrecision, precisionAt, precisionRecall, precisionSteps } from './precision-recall.ts';

const labels = [0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0];
const scores = [0.1, 0.9, 0.8, 0.8, 0.6, 0.55, 0.54, 0.53, 0.52, 0.51, 0.505, 0.4];

describe('precisionRecall', () => {
  it("gives scikit-learn's points and average precision", () => {
    // sklearn.metrics.precision_recall_curve(labels, scores) from the highest score, average_precision_score, 1.9
    const points = precisionRecall({ labels, scores });
    const precisions = [1, 2 / 3, 3 / 4, 3 / 5, 4 / 6, 5 / 7, 5 / 8, 5 / 9, 6 / 10];
    const recalls = [1, 2, 3, 3, 4, 5, 5, 5, 6].map((n) => n / 6);
    expect(points).toEqual(precisions.map((y, i) => ({ x: recalls[i], y })));
    expect(averagePrecision(points)).toBeCloseTo(0.7329365079365079, 15);
  });

  it('is drawn by the best precision of each recall, from the first that is above 0', () => {
    const steps = precisionSteps({ labels: [0, 1, 0, 1], scores: [4, 3, 2, 1] });
    expect(steps).toEqual([
      { x: 0.5, y: 0.5 },
      { x: 1, y: 0.5 },
    ]);
    const points = precisionSteps({ labels, scores });
    expect([0, 0.1, 0.5, 0.51, 1].map((recall) => precisionAt(points, recall))).toEqual([1, 1, 0.75, 4 / 6, 0.6]);
    expect(averagePrecision(points)).toBeCloseTo(0.7329365079365079, 15);
  });
});
