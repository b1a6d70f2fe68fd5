import type { Name } from '../split/encode.ts';

/** What a model is fitted from: the samples to learn from and their truth, and nothing of the test part. */
export interface FitContext<T> {
  /** Samples to learn from, sorted; without those of `validation`. */
  readonly train: Uint32Array;
  /** The truth of each sample of `train`. */
  readonly trainTruth: readonly T[];
  /** Samples cut from the fold's train part to stop early or to choose by; empty unless the task asks for them. */
  readonly validation: Uint32Array;
  /** The truth of each sample of `validation`. */
  readonly validationTruth: readonly T[];
  /** Position of the fold among those of its repeat. */
  readonly index: number;
  readonly repeat: number;
  /** Seed for whatever is random in fitting. */
  readonly seed: number;
  /** Aborted when the result is no longer wanted. */
  readonly signal: AbortSignal;
}

/** A model fitted to the train part of a fold. */
export interface FittedModel<P> {
  /** One prediction for each sample, in their order. */
  predict(samples: Uint32Array, context: { readonly signal: AbortSignal }): ArrayLike<P> | Promise<ArrayLike<P>>;
  /** Called when all predictions are made, or one has failed. */
  dispose?(): void | Promise<void>;
}

/** Judges predictions against the truth, both in the same order; must give a finite number. */
export type Metric<T, P> = (truth: readonly T[], predictions: readonly P[]) => number;

/** How to cut validation samples from the train part of every fold; lists have one entry a sample of the whole set. */
export interface ValidationCut {
  /** Share of the train part, in (0, 1). */
  readonly fraction: number;
  /** Keeps the proportions of these classes. */
  readonly labels?: ArrayLike<Name>;
  /** Keeps these groups on one side. */
  readonly groups?: ArrayLike<Name>;
  /** False takes the last samples of train, for series in time. */
  readonly shuffle?: boolean;
}

/** How to fit a model in each fold. */
export interface FitTask<T, P> {
  /** The truth of each sample of the whole set: classes, numbers, whatever the metrics compare. */
  readonly truth: ArrayLike<T>;
  fit(context: FitContext<T>): FittedModel<P> | Promise<FittedModel<P>>;
  readonly validation?: ValidationCut;
}

/** How to fit a model in each fold, and how to judge it. */
export interface ModelTask<T, P, M extends string> extends FitTask<T, P> {
  /** At least one metric by name. */
  readonly metrics: { readonly [K in M]: Metric<T, P> };
  /** Whether to judge the predictions of the samples learned from, too. */
  readonly trainScores?: boolean;
  /** Whether to time fitting and predicting; results then differ from run to run. */
  readonly timings?: boolean;
}

/** What one fold of a model gave. */
export interface FoldScores<P, M extends string> {
  /** On the test part. */
  readonly scores: Readonly<Record<M, number>>;
  /** On the samples learned from; only if the task asks for them. */
  readonly trainScores?: Readonly<Record<M, number>>;
  /** One a sample of the fold's test part, in its order. */
  readonly predictions: readonly P[];
  /** In milliseconds; only if the task asks for them. Predicting is that of the test part. */
  readonly timings?: { readonly fit: number; readonly predict: number };
}
