import type { Fold } from '@animals/core';
import { checkMetrics, checkTask } from './model/check-task.ts';
import { evaluateModel } from './model/evaluate-model.ts';
import type { FoldScores, ModelTask } from './model/model-task.ts';
import { checkFoldsForSummary, reportOf, type ValidationReport } from './model/validation-report.ts';
import { type CrossValidateOptions, type CrossValidation, type EvaluateFold, runFolds } from './run-folds.ts';

/** The cross-validation of a model: a stream of fold results, or all of them summed up. */
export interface ModelValidation<P, M extends string> extends CrossValidation<FoldScores<P, M>> {
  /**
   * Runs it to the end and sums it up: scores over the folds, and every prediction for a sample not learned from.
   * @throws ArgumentError, before anything is fitted, if there is a single fold.
   */
  report(): Promise<ValidationReport<P, M>>;
}

/**
 * Evaluates every fold and gives the results as they finish.
 *
 * With a function, results are whatever it returns. With a task, a model is fitted in every fold, which never sees the
 * test part's truth; its predictions for the test part are kept, and judged by every metric. Validation samples are cut
 * from the train part, by the fold's own seed.
 *
 * A fold begins only when a result is asked for and fewer than `concurrency` folds are under way: with 1 the first result
 * is there before the second fold begins. Leaving the loop aborts the folds under way and waits until they have ended.
 * @throws ArgumentError at the call if there are no folds, one is there twice, or concurrency is no integer from 1; of a
 * task also if truth is too short, there is no metric, or the validation samples cannot be cut from every fold.
 * @throws Error while iterating, naming the fold and with the `cause`, if the work on a fold fails, a model predicts too
 * few, or a score is not finite; or the signal's reason if that aborts. Before either the other folds are aborted and
 * waited for.
 * @see scikit-learn cross_validate
 */
export function crossValidate<R>(
  folds: Iterable<Fold>,
  evaluate: EvaluateFold<R>,
  options?: CrossValidateOptions,
): CrossValidation<R>;
export function crossValidate<T, P, M extends string>(
  folds: Iterable<Fold>,
  task: ModelTask<T, P, M>,
  options?: CrossValidateOptions,
): ModelValidation<P, M>;
export function crossValidate<R, T, P, M extends string>(
  folds: Iterable<Fold>,
  work: EvaluateFold<R> | ModelTask<T, P, M>,
  options: CrossValidateOptions = {},
): CrossValidation<R> | ModelValidation<P, M> {
  return typeof work === 'function' ? runFolds(folds, work, options) : validateModel([...folds], work, options);
}

function validateModel<T, P, M extends string>(
  folds: readonly Fold[],
  task: ModelTask<T, P, M>,
  options: CrossValidateOptions,
): ModelValidation<P, M> {
  checkTask(task, folds);
  checkMetrics(task.metrics);
  const run = runFolds(folds, evaluateModel(task, folds), options);
  const report = async () => {
    checkFoldsForSummary(folds.length);
    return reportOf(await run.results(), task);
  };
  return { ...run, report };
}
