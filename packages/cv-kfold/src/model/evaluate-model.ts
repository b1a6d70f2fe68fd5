import type { Fold } from '@animals/core';
import type { EvaluateFold } from '../run-folds.ts';
import { cutValidation, type TrainParts } from './cut-validation.ts';
import type { FittedModel, FoldScores, ModelTask } from './model-task.ts';

/**
 * Makes the work on a fold of a task: fit, predict the test part, judge.
 *
 * Validation parts are cut at the call, so that a cut that is not possible shows before anything is fitted.
 */
export function evaluateModel<T, P, M extends string>(
  task: ModelTask<T, P, M>,
  folds: readonly Fold[],
): EvaluateFold<FoldScores<P, M>> {
  const cuts = new Map(folds.map((fold) => [fold, cutValidation(fold, task.validation)]));
  return async (fold, { signal }) => {
    const parts = cuts.get(fold) as TrainParts;
    const began = performance.now();
    const model = await task.fit(contextOf(fold, parts, { truth: task.truth, signal }));
    const fitted = performance.now();
    try {
      const predictions = await predict(model, fold.test, signal);
      const timings = { fit: fitted - began, predict: performance.now() - fitted };
      const scores = scoresOf(task, fold.test, predictions);
      const trained = task.trainScores ? await predict(model, parts.train, signal) : undefined;
      const trainScores = trained && scoresOf(task, parts.train, trained);
      return { scores, ...(trainScores && { trainScores }), predictions, ...(task.timings && { timings }) };
    } finally {
      await model.dispose?.();
    }
  };
}

function contextOf<T>(
  { index, repeat, seed }: Fold,
  { train, validation }: TrainParts,
  { truth, signal }: { readonly truth: ArrayLike<T>; readonly signal: AbortSignal },
) {
  const trainTruth = truthOf(truth, train);
  const validationTruth = truthOf(truth, validation);
  return { train, trainTruth, validation, validationTruth, index, repeat, seed, signal };
}

/** The truth of some samples, in their order. */
export function truthOf<T>(truth: ArrayLike<T>, samples: ArrayLike<number>): T[] {
  return Array.from(samples, (sample) => truth[sample] as T);
}

async function predict<P>(model: FittedModel<P>, samples: Uint32Array, signal: AbortSignal): Promise<P[]> {
  signal.throwIfAborted();
  const predictions = Array.from(await model.predict(samples, { signal }));
  if (predictions.length === samples.length) return predictions;
  throw new Error(`predict must give one prediction for each of ${samples.length} samples, gave ${predictions.length}`);
}

/** What every metric says of predictions for some samples. */
function scoresOf<T, P, M extends string>(
  { truth, metrics }: ModelTask<T, P, M>,
  samples: Uint32Array,
  predictions: readonly P[],
): Record<M, number> {
  return judge(metrics, truthOf(truth, samples), predictions);
}

/** Applies metrics; refuses a score that is not finite, as it would spoil every mean. */
export function judge<T, P, M extends string>(
  metrics: ModelTask<T, P, M>['metrics'],
  truth: readonly T[],
  predictions: readonly P[],
): Record<M, number> {
  const scores: Partial<Record<M, number>> = {};
  for (const name of Object.keys(metrics) as M[]) {
    const score = metrics[name](truth, predictions);
    if (!Number.isFinite(score)) {
      throw new Error(`metric ${name} must give a finite number, gave ${String(score)} for ${truth.length} samples`);
    }
    scores[name] = score;
  }
  return scores as Record<M, number>;
}
