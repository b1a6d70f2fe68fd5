import { ArgumentError } from '@animals/core';
import type { FoldResult } from '../run-folds.ts';
import { type Summary, summarise } from '../summarise.ts';
import { judge, truthOf } from './evaluate-model.ts';
import type { FoldScores, ModelTask } from './model-task.ts';

/** A prediction for a sample by the model of a fold that has it in its test part. */
export interface OutOfFold<P> {
  readonly sample: number;
  readonly repeat: number;
  /** Index of the fold. */
  readonly fold: number;
  readonly prediction: P;
}

/** What all folds of a model come to. */
export interface ValidationReport<P, M extends string> {
  /** In the order of the folds. */
  readonly folds: readonly FoldResult<FoldScores<P, M>>[];
  /** Over the folds' scores. */
  readonly summary: Readonly<Record<M, Summary>>;
  /** Over the folds' scores on the samples learned from; only if the task asks for them. */
  readonly trainSummary?: Readonly<Record<M, Summary>>;
  /** Each metric of all predictions together, which weighs samples alike where `summary` weighs folds alike. */
  readonly pooled: Readonly<Record<M, number>>;
  /** By repeat, then by sample. */
  readonly outOfFold: readonly OutOfFold<P>[];
}

/** Sums up the results of at least two folds. */
export function reportOf<T, P, M extends string>(
  folds: readonly FoldResult<FoldScores<P, M>>[],
  { truth, metrics, trainScores }: ModelTask<T, P, M>,
): ValidationReport<P, M> {
  const outOfFold = outOfFoldOf(folds);
  const samples = outOfFold.map(({ sample }) => sample);
  const predictions = outOfFold.map(({ prediction }) => prediction);
  const names = Object.keys(metrics) as M[];
  const learned = folds.map(({ result }) => result.trainScores as Record<M, number>);
  return {
    folds,
    summary: summaries(
      folds.map(({ result }) => result.scores),
      names,
    ),
    ...(trainScores && { trainSummary: summaries(learned, names) }),
    pooled: judge(metrics, truthOf(truth, samples), predictions),
    outOfFold,
  };
}

/** Refuses a single fold, of which there is no spread, before anything is fitted. */
export function checkFoldsForSummary(count: number): void {
  if (count >= 2) return;
  throw new ArgumentError('folds', `folds must be at least 2 to be summed up, got ${count}; use results() instead`);
}

function outOfFoldOf<P, M extends string>(folds: readonly FoldResult<FoldScores<P, M>>[]): OutOfFold<P>[] {
  const all = folds.flatMap(({ fold: { index, repeat, test }, result: { predictions } }) =>
    predictions.map((prediction, i) => ({ sample: test[i] as number, repeat, fold: index, prediction })),
  );
  return all.sort((a, b) => a.repeat - b.repeat || a.sample - b.sample || a.fold - b.fold);
}

/** Sums up each metric over lists of scores. */
export function summaries<M extends string>(
  scores: readonly Readonly<Record<M, number>>[],
  names: readonly M[],
): Record<M, Summary> {
  const entries = names.map((name) => [name, summarise(scores.map((of) => of[name]))] as const);
  return Object.fromEntries(entries) as Record<M, Summary>;
}
