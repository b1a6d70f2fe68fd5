import {
  ArgumentError,
  fitStandardScaler,
  type LogisticModel,
  logisticRegression,
  type Matrix,
  type Samples,
} from '@animals/core';
import { stratifiedKFold } from '@animals/cv';
import { checkLabels } from './check-labels.ts';
import { createRowSpace } from './create-row-space.ts';
import { type Head, headOf } from './head.ts';
import { takeRows, toMatrix } from './to-matrix.ts';

/** How a linear probe is fitted. */
export interface ProbeOptions {
  /** One strength of the penalty, or several of which the inner cross-validation takes one: scikit-learn's 1 / C. */
  readonly l2?: number | readonly number[];
  /** Of the inner cross-validation, from 2. */
  readonly folds?: number;
  /** Decides the inner folds. */
  readonly seed?: number;
  /** Looked at before each fit. */
  readonly signal?: AbortSignal | undefined;
}

/** What the inner cross-validation found for one penalty. */
export interface ProbeScore {
  readonly l2: number;
  /** Mean over held-out samples of minus the logarithm of the true class' probability. */
  readonly logLoss: number;
  /** Fraction of held-out samples whose class was right. */
  readonly accuracy: number;
}

/** A logistic regression on standardised features. */
export interface LinearProbe extends Head {
  /** The penalty that was taken. */
  readonly l2: number;
  /** One a penalty that was tried; empty when only one was given. */
  readonly scores: readonly ProbeScore[];
}

const PENALTIES = [1, 10, 100, 1000, 10_000];

/**
 * Fits a logistic regression on standardised features, whose penalty it chooses by an inner, stratified cross-validation.
 *
 * The penalty with the least log-loss is taken, the stronger one of two that are equal. Features are standardised within
 * each fold. Call it on training samples only: what it chooses by must not be what it is judged by. Deterministic.
 * @throws ArgumentError if features and labels do not fit, a class has fewer samples than folds, or an option breaks its rule.
 * @see scikit-learn LogisticRegression(C=1 / l2) behind a StandardScaler, whose optimum this is for each penalty
 */
export function linearProbe(features: Samples, labels: ArrayLike<number>, options: ProbeOptions = {}): LinearProbe {
  const { l2 = PENALTIES, folds = 5, seed = 0, signal } = options;
  const matrix = toMatrix(features);
  const own = checkLabels(labels, matrix.rows);
  const penalties = [...new Set(checkPenalties(l2))].sort((a, b) => b - a);
  const inner = { folds, seed, signal };
  const scores = penalties.length > 1 ? scorePenalties({ matrix, ...own }, penalties, inner) : [];
  const best = scores.reduce<ProbeScore | undefined>((a, b) => (a && a.logLoss <= b.logLoss ? a : b), undefined);
  const chosen = best?.l2 ?? (penalties[0] as number);
  signal?.throwIfAborted();
  const fitted = createFit(matrix, own.labels)(chosen);
  return { ...headOf(own.classes, (samples) => fitted(toMatrix(samples))), l2: chosen, scores };
}

function checkPenalties(l2: number | readonly number[]): readonly number[] {
  const penalties = typeof l2 === 'number' ? [l2] : l2;
  const bad = penalties.find((value) => !(value > 0 && Number.isFinite(value)));
  if (penalties.length > 0 && bad === undefined) return penalties;
  throw new ArgumentError(
    'l2',
    `l2 must be one or more finite numbers above 0, got ${penalties.length === 0 ? 'none' : bad}`,
  );
}

interface Task {
  readonly matrix: Matrix;
  readonly labels: Uint32Array;
}

function scorePenalties(
  { matrix, labels }: Task,
  penalties: readonly number[],
  { folds, seed, signal }: { folds: number; seed: number; signal: AbortSignal | undefined },
): ProbeScore[] {
  const sums = penalties.map((l2) => ({ l2, logLoss: 0, accuracy: 0 }));
  for (const { train, test } of stratifiedKFold(labels, { k: folds, shuffle: true, seed })) {
    const fit = createFit(takeRows(matrix, train), labelsAt(labels, train));
    const held = takeRows(matrix, test);
    for (const sum of sums) {
      signal?.throwIfAborted();
      addScores(sum, fit(sum.l2)(held), labelsAt(labels, test));
    }
  }
  return sums.map(({ l2, logLoss, accuracy }) => ({
    l2,
    logLoss: logLoss / matrix.rows,
    accuracy: accuracy / matrix.rows,
  }));
}

const labelsAt = (labels: Uint32Array, indices: Uint32Array) => indices.map((i) => labels[i] as number);

function addScores(sum: { logLoss: number; accuracy: number }, { data, columns }: Matrix, labels: Uint32Array): void {
  for (const [i, label] of labels.entries()) {
    const row = data.subarray(i * columns, (i + 1) * columns);
    sum.logLoss -= Math.log(Math.max(row[label] as number, Number.MIN_VALUE));
    sum.accuracy += row.every((p, k) => (k < label ? p < (row[label] as number) : p <= (row[label] as number))) ? 1 : 0;
  }
}

/** Prepares samples once, for fits of several penalties; a fit gives the probabilities of other samples. */
function createFit(matrix: Matrix, labels: Uint32Array) {
  const scaler = fitStandardScaler(matrix);
  const scaled = scaler.transform(matrix);
  const space = scaled.columns > scaled.rows ? createRowSpace(scaled) : null;
  return (l2: number) => {
    const model: LogisticModel = logisticRegression(space ? space.rows : scaled, labels, { l2 });
    return (samples: Matrix) => {
      const others = scaler.transform(samples);
      return model.predictProbability(space ? space.project(others) : others);
    };
  };
}
