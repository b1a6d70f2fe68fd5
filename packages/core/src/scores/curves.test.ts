import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagePrecision } from './average-precision.ts';
import { precisionRecallCurve } from './precision-recall-curve.ts';
import { rocAuc } from './roc-auc.ts';
import { rocCurve } from './roc-curve.ts';

const y = [0, 0, 1, 1, 0, 1, 1, 0];
const s = [0.1, 0.4, 0.35, 0.8, 0.4, 0.9, 0.6, 0.6];

const labels = [0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0];
const scores = [0.1, 0.9, 0.8, 0.8, 0.6, 0.55, 0.54, 0.53, 0.52, 0.51, 0.505, 0.4];

/** Labels of both classes, and scores with ties. */
const samples = fc
  .array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 6 })), { minLength: 2, maxLength: 30 })
  .map((pairs) => ({ labels: pairs.map(([label]) => label), scores: pairs.map(([, score]) => score / 6) }))
  .filter(({ labels }) => new Set(labels).size === 2);

describe('rocCurve', () => {
  it('is that of scikit-learn', () => {
    // roc_curve(y, s, drop_intermediate=False)
    expect(rocCurve(y, s)).toEqual({
      falsePositiveRate: [0, 0, 0, 0.25, 0.75, 0.75, 1],
      truePositiveRate: [0, 0.25, 0.5, 0.75, 0.75, 1, 1],
      thresholds: [Infinity, 0.9, 0.8, 0.6, 0.4, 0.35, 0.1],
    });
  });

  it('drops the points on straight lines if it is told so', () => {
    // roc_curve(labels, scores, drop_intermediate=True)
    const { falsePositiveRate, truePositiveRate, thresholds } = rocCurve(labels, scores, { dropIntermediate: true });
    expect(falsePositiveRate).toEqual([0, 0, 1, 1, 2, 2, 4, 4, 6].map((n) => n / 6));
    expect(truePositiveRate).toEqual([0, 1, 2, 3, 3, 5, 5, 6, 6].map((n) => n / 6));
    expect(thresholds).toEqual([Infinity, 0.9, 0.8, 0.6, 0.55, 0.53, 0.51, 0.505, 0.1]);
    expect(rocAuc(labels, scores)).toBeCloseTo(0.7361111111111112, 15); // roc_auc_score(labels, scores)
  });

  it('has the area that rocAuc gives', () => {
    fc.assert(
      fc.property(samples, ({ labels, scores }) => {
        const { falsePositiveRate: x, truePositiveRate: height } = rocCurve(labels, scores);
        const strips = x
          .slice(1)
          .map((right, i) => ((right - (x[i] as number)) * ((height[i] as number) + (height[i + 1] as number))) / 2);
        expect(strips.reduce((a, b) => a + b)).toBeCloseTo(rocAuc(labels, scores), 10);
      }),
    );
  });
});

describe('precisionRecallCurve', () => {
  it('is that of scikit-learn, and so is its average', () => {
    // precision_recall_curve(y, s), average_precision_score(y, s)
    const { precision, recall, thresholds } = precisionRecallCurve(y, s);
    expect(precision).toBeAllClose([0.5, 0.5714285714285714, 0.5, 0.75, 1, 1, 1]);
    expect(recall).toEqual([1, 1, 0.75, 0.75, 0.5, 0.25, 0]);
    expect(thresholds).toEqual([0.1, 0.35, 0.4, 0.6, 0.8, 0.9]);
    expect(averagePrecision(y, s)).toBeCloseTo(0.8303571428571428, 12);
    expect(averagePrecision(labels, scores)).toBeCloseTo(0.7329365079365079, 15);
  });

  it('takes booleans', () => {
    const truths = y.map(Boolean);
    expect(precisionRecallCurve(truths, s)).toEqual(precisionRecallCurve(y, s));
    expect(rocCurve(truths, s)).toEqual(rocCurve(y, s));
    expect(rocAuc(truths, s)).toBe(rocAuc(y, s));
  });

  it('needs both classes', () => {
    expect(() => precisionRecallCurve([1, 1], [0.1, 0.2])).toThrow('must hold both classes, got only 1');
    expect(() => rocCurve([0, 0], [0.1, 0.2])).toThrow('got only 0');
  });
});
