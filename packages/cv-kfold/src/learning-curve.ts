import { ArgumentError, createRng, type Fold } from '@animals/core';
import { crossValidate } from './cross-validate.ts';
import type { ModelTask } from './model/model-task.ts';
import { subsetOrder } from './model/subset-order.ts';
import { checkFoldsForSummary, summaries } from './model/validation-report.ts';
import type { CrossValidateOptions } from './run-folds.ts';
import type { Name } from './split/encode.ts';
import type { Summary } from './summarise.ts';

/** Which sizes to learn from, and how the folds of each are run. */
export interface LearningCurveOptions extends CrossValidateOptions {
  /**
   * Train sizes: shares of the smallest train part in (0, 1], where 1 is all of it, or integer counts from 2. Equal sizes
   * count once.
   */
  readonly sizes?: readonly number[];
  /** One class a sample: subsets then hold the classes in about the proportion of the train part. */
  readonly labels?: ArrayLike<Name>;
  /** Decides the order in which samples are added; 0 when left out. */
  readonly seed?: number;
}

/** How well a model does that learned from a part of every train part. */
export interface CurvePoint<M extends string> {
  /** Samples learned from in every fold, those of a validation cut included. */
  readonly size: number;
  /** On the test parts, which are the same at every size. */
  readonly scores: Readonly<Record<M, Summary>>;
  /** On the samples learned from. */
  readonly trainScores: Readonly<Record<M, Summary>>;
}

const USUAL_SIZES = [0.1, 0.325, 0.55, 0.775, 1];

/**
 * Cross-validates a model with more and more of the train parts, and gives each size as it is done, the smallest first.
 *
 * The samples of a size are among those of every larger one. `onProgress` counts folds, size by size.
 * @throws ArgumentError at the call if a size is out of its range or larger than the smallest train part, there are fewer
 * than two folds, or labels are not one a sample; and else as `crossValidate` does.
 * @see scikit-learn learning_curve, whose sizes these are; it takes the first samples unless told to shuffle.
 */
export function learningCurve<T, P, M extends string>(
  folds: Iterable<Fold>,
  task: ModelTask<T, P, M>,
  { sizes = USUAL_SIZES, labels, seed = 0, ...options }: LearningCurveOptions = {},
): AsyncGenerator<CurvePoint<M>, void, undefined> {
  const whole = [...folds];
  checkFoldsForSummary(whole.length);
  if (labels && labels.length !== task.truth.length) {
    throw new ArgumentError(
      'labels',
      `labels must hold one for each of ${task.truth.length} samples, got ${labels.length}`,
    );
  }
  const counts = countsOf(sizes, Math.min(...whole.map(({ train }) => train.length)));
  const rng = createRng(seed);
  const orders = whole.map(({ train }, i) => subsetOrder(train, labels, rng.split(`fold ${i}`)));
  const runs = counts.map((size) => {
    const reduced = whole.map((fold, i) => ({ ...fold, train: (orders[i] as Uint32Array).slice(0, size).sort() }));
    return { size, run: crossValidate(reduced, { ...task, trainScores: true }, options) };
  });
  return points(runs, Object.keys(task.metrics) as M[]);
}

type Run<P, M extends string> = ReturnType<typeof crossValidate<unknown, P, M>>;

async function* points<P, M extends string>(
  runs: readonly { readonly size: number; readonly run: Run<P, M> }[],
  names: readonly M[],
): AsyncGenerator<CurvePoint<M>, void, undefined> {
  for (const { size, run } of runs) {
    const results = await run.results();
    const scores = results.map(({ result }) => result.scores);
    const trainScores = results.map(({ result }) => result.trainScores as Readonly<Record<M, number>>);
    yield { size, scores: summaries(scores, names), trainScores: summaries(trainScores, names) };
  }
}

function countsOf(sizes: readonly number[], most: number): number[] {
  const counts = sizes.map((size) => {
    const count = size > 0 && size <= 1 ? Math.max(1, Math.floor(size * most)) : size;
    if (Number.isSafeInteger(count) && count >= 1 && count <= most) return count;
    const rule = `shares in (0, 1] or integers from 2 to ${most}, the smallest train part`;
    throw new ArgumentError('sizes', `sizes must be ${rule}, got ${size}`);
  });
  if (counts.length === 0) throw new ArgumentError('sizes', 'sizes must hold at least one size, got none');
  return [...new Set(counts)].sort((a, b) => a - b);
}
