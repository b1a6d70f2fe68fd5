import { ArgumentError, type Fold } from '@animals/core';
import { checkTask } from './model/check-task.ts';
import { evaluateModel } from './model/evaluate-model.ts';
import type { FitTask } from './model/model-task.ts';
import { type CrossValidateOptions, runFolds } from './run-folds.ts';

/**
 * Predicts every sample by a model that has not learned from it: that of the fold with the sample in its test part.
 *
 * A metric of these predictions is not the mean of the folds' scores: `crossValidate` gives both in one pass.
 * @returns one prediction a sample, in the order of the samples.
 * @throws ArgumentError before anything is fitted if the test parts do not cover every sample once, and else as
 * `crossValidate` does.
 * @see scikit-learn cross_val_predict
 */
export async function crossValPredict<T, P>(
  folds: Iterable<Fold>,
  task: FitTask<T, P>,
  options: CrossValidateOptions = {},
): Promise<P[]> {
  const list = [...folds];
  checkTask(task, list);
  checkCover(list, task.truth.length);
  const results = await runFolds(list, evaluateModel({ ...task, metrics: {} }, list), options).results();
  const predictions = new Array<P>(task.truth.length);
  for (const { fold, result } of results) {
    for (const [i, sample] of fold.test.entries()) predictions[sample] = result.predictions[i] as P;
  }
  return predictions;
}

function checkCover(folds: readonly Fold[], n: number): void {
  const times = new Uint32Array(n);
  for (const { test } of folds) for (const sample of test) times[sample] = (times[sample] as number) + 1;
  const bad = times.findIndex((count) => count !== 1);
  if (bad < 0) return;
  throw new ArgumentError(
    'folds',
    `folds must test each of ${n} samples once, got sample ${bad} ${times[bad]} times; use a splitter of the k-fold kind without repeats`,
  );
}
