import { describe, expect, it } from 'vitest';
import { accuracy } from './accuracy.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { logLoss } from './log-loss.ts';
import { precisionRecall } from './precision-recall.ts';

// y and p of all scikit-learn values below (1.9.1).
const y = [0, 0, 1, 1, 0, 1, 1, 0, 1, 0];
const p = [0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.8, 0.2, 0.05];

describe('accuracy', () => {
  it('agrees with scikit-learn', () => {
    expect(accuracy(y, p)).toBe(0.6); // accuracy_score(y, p > .5)
    expect(accuracy(y, p, { threshold: 0.35 })).toBe(0.5); // accuracy_score(y, p > .35)
  });
});

describe('logLoss', () => {
  it('agrees with scikit-learn', () => {
    expect(logLoss(y, p)).toBeCloseTo(0.6691797805790427, 12); // log_loss(y, p)
  });

  it('stays finite for a wrong answer given with certainty', () => {
    expect(logLoss([1], [0])).toBeCloseTo(-Math.log(1e-7), 10);
    expect(logLoss([1, 0], [1, 0])).toBeCloseTo(1e-7, 10);
  });
});

describe('confusionMatrix', () => {
  it('agrees with scikit-learn', () => {
    // confusion_matrix([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2])
    expect(confusionMatrix([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2])).toEqual([
      [2, 0, 0],
      [0, 0, 1],
      [1, 0, 2],
    ]);
    // confusion_matrix(y, p > .5)
    expect(
      confusionMatrix(
        y,
        p.map((value) => Number(value > 0.5)),
      ),
    ).toEqual([
      [4, 1],
      [3, 2],
    ]);
  });

  it('has a row for a class that was never seen, when told of it', () => {
    expect(confusionMatrix([0], [0], { classes: 2 })).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(() => confusionMatrix([0, 2], [0, 1], { classes: 2 })).toThrow('integers in [0, 2), got 2');
    expect(() => confusionMatrix([0], [])).toThrow('predicted must hold 1 values, got 0');
  });
});

describe('precisionRecall', () => {
  it('agrees with scikit-learn', () => {
    // precision_recall_fscore_support(y, p > .5, average='binary')
    expect(precisionRecall(y, p)).toEqual({ precision: 2 / 3, recall: 0.4, f1: 0.5 });
    // precision_recall_fscore_support(y, p > .35, average='binary')
    expect(precisionRecall(y, p, { threshold: 0.35 })).toEqual({ precision: 0.5, recall: 0.6, f1: 6 / 11 });
  });

  it('is 0 where nothing was called positive or nothing is', () => {
    expect(precisionRecall([0, 0], [0, 0])).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('checkBinary', () => {
  it.each([
    [[], [], 'at least one value'],
    [[0, 1], [0], 'one value per label (2), got 1'],
    [[0, 2], [0, 1], 'labels must be 0 or 1, got 2 at 1'],
    [[0], [Number.NaN], 'probabilities must be numbers, got NaN at 0'],
  ])('refuses %j with %j', (labels, scores, message) => {
    for (const metric of [accuracy, logLoss, precisionRecall]) {
      expect(() => metric(labels, scores)).toThrow(message);
    }
  });
});
