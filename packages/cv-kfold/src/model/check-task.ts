import { ArgumentError, type Fold } from '@animals/core';
import { checkCut } from './cut-validation.ts';
import type { FitTask } from './model-task.ts';

/** Refuses a task that does not fit the folds, before anything is fitted. */
export function checkTask<T, P>({ truth, fit, validation }: FitTask<T, P>, folds: readonly Fold[]): void {
  if (typeof fit !== 'function') throw new ArgumentError('fit', `fit must be a function, got ${typeof fit}`);
  for (const { train, test } of folds) {
    for (const part of [train, test]) {
      const last = part.reduce((a, b) => Math.max(a, b), -1);
      if (last < truth.length) continue;
      throw new ArgumentError('truth', `truth must hold one for each sample, got ${truth.length}, none for ${last}`);
    }
  }
  checkCut(validation, truth.length);
}

/** Refuses metrics that are none. */
export function checkMetrics(metrics: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries(metrics);
  if (entries.length === 0) throw new ArgumentError('metrics', 'metrics must hold at least one metric, got none');
  const bad = entries.find(([, metric]) => typeof metric !== 'function');
  if (bad) throw new ArgumentError('metrics', `metrics must be functions, got ${typeof bad[1]} for ${bad[0]}`);
}
