import { rocAuc } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { balancedAccuracy } from './balanced-accuracy.ts';
import { classScores } from './class-scores.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { logLoss } from './log-loss.ts';
import { macroF1 } from './macro-f1.ts';
import { matthewsCorrelation } from './matthews-correlation.ts';
import { oneVersusRest } from './one-versus-rest.ts';
import { predictedClasses } from './predicted-classes.ts';

const y = [0, 1, 2, 2, 1, 0, 1, 2, 0, 1];
const p = [0, 2, 2, 1, 1, 0, 1, 2, 1, 1];
// A class that is never true, one that is neither true nor called, and one that is never called.
const gaps = { y: [0, 0, 1, 1, 3], p: [0, 1, 1, 1, 1] };

const rows = [0.7, 0.2, 0.1, 0.1, 0.5, 0.4, 0.2, 0.3, 0.5, 0.6, 0.3, 0.1, 0.3, 0.4, 0.3, 0.05, 0.05, 0.9];
const truth = [0, 1, 1, 0, 2, 2];

describe('scores of several classes', () => {
  it('are those of scikit-learn', () => {
    // balanced_accuracy_score(y, p), f1_score(y, p, average='macro', zero_division=0), cohen_kappa_score(y, p),
    // matthews_corrcoef(y, p)
    const scores = [balancedAccuracy, macroF1, cohenKappa, matthewsCorrelation];
    expect(scores.map((score) => score(y, p))).toBeAllClose(
      [0.6944444444444443, 0.7111111111111111, 0.5384615384615384, 0.5471422245456321],
      { rtol: 1e-12 },
    );
    expect(scores.map((score) => score(gaps.y, gaps.p))).toBeAllClose(
      [0.5, 0.4444444444444444, 0.33333333333333337, 0.44194173824159216],
      { rtol: 1e-12 },
    );
    expect([cohenKappa([1, 1], [1, 1]), matthewsCorrelation([1, 1], [1, 1])]).toEqual([Number.NaN, 0]);
  });

  it('are there for each class', () => {
    // precision_recall_fscore_support(y, p, zero_division=0)
    const scores = classScores(y, p);
    expect(scores.map(({ precision }) => precision)).toBeAllClose([1, 0.6, 2 / 3]);
    expect(scores.map(({ recall }) => recall)).toBeAllClose([2 / 3, 0.75, 2 / 3]);
    expect(scores.map(({ f1 }) => f1)).toBeAllClose([0.8, 2 / 3, 2 / 3]);
    expect(scores.map(({ support }) => support)).toEqual([3, 4, 3]);
    expect(classScores([0], [0], { classes: 2 })[1]).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
  });

  it('come from probabilities, row by row', () => {
    expect(predictedClasses(rows, { outputs: 3 })).toEqual([0, 1, 2, 0, 1, 2]);
    expect(predictedClasses([0.5, 0.6], { threshold: 0.55 })).toEqual([0, 1]);
    expect(predictedClasses([0.5, 0.5], { outputs: 2 })).toEqual([0]);
    // log_loss(truth, rows)
    expect(logLoss(truth, rows, { outputs: 3 })).toBeCloseTo(0.6789923120957276, 12);
    // roc_auc_score([t == 1 for t in truth], rows[:, 1])
    const { labels, scores } = oneVersusRest(truth, rows, { classes: 3, positive: 1 });
    expect(rocAuc(labels, scores)).toBe(0.8125);
  });

  it('refuse what does not fit', () => {
    expect(() => balancedAccuracy([0], [0, 1])).toThrow('predicted must hold 1 values');
    expect(() => cohenKappa([], [])).toThrow('at least one value');
    expect(() => predictedClasses([1, 2, 3], { outputs: 2 })).toThrow('outputs must divide the 3');
    expect(() => logLoss([3], [0.1, 0.2, 0.7], { outputs: 3 })).toThrow('integers in [0, 3), got 3 at 0');
    expect(() => oneVersusRest([0], [1], { classes: 2, positive: 1 })).toThrow('2 values a label (2), got 1');
  });
});
