import { ArgumentError, type Fold, type OnProgress } from '@animals/core';

/** What the work on a fold is told beside the fold. */
export interface FoldContext {
  /** Aborted when the result is no longer wanted: another fold failed, the caller left or gave up. */
  readonly signal: AbortSignal;
}

/** Trains on `fold.train`, judges on `fold.test`, and returns whatever the caller wants to keep. */
export type EvaluateFold<R> = (fold: Fold, context: FoldContext) => R | Promise<R>;

/** What one fold gave. */
export interface FoldResult<R> {
  readonly fold: Fold;
  readonly result: R;
}

/** How the folds of a cross-validation are run. */
export interface CrossValidateOptions {
  /** How many folds may be under way at once, from 1. */
  readonly concurrency?: number;
  /** Ends it: the folds under way are aborted and waited for. */
  readonly signal?: AbortSignal;
  /** Counts finished folds. */
  readonly onProgress?: OnProgress;
}

/** A cross-validation: nothing has begun until it is iterated or `results` is called, and it can be run once. */
export interface CrossValidation<R> extends AsyncIterable<FoldResult<R>> {
  /** Runs it to the end and returns the results in the order of the folds. */
  results(): Promise<FoldResult<R>[]>;
}

/**
 * Evaluates every fold and gives the results as they finish: `crossValidate` in its general form, which says more.
 *
 * @throws ArgumentError if there are no folds, one is there twice, or concurrency is no integer from 1.
 */
export function runFolds<R>(
  folds: Iterable<Fold>,
  evaluate: EvaluateFold<R>,
  { concurrency = 1, signal, onProgress }: CrossValidateOptions = {},
): CrossValidation<R> {
  const queue = [...folds];
  if (queue.length === 0) throw new ArgumentError('folds', 'folds must hold at least one fold, got none');
  if (new Set(queue).size < queue.length) {
    throw new ArgumentError(
      'folds',
      'folds must be distinct objects, got one of them twice; use repeats of a splitter',
    );
  }
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new ArgumentError('concurrency', `concurrency must be an integer from 1, got ${concurrency}`);
  }
  const run = streamOf(queue, evaluate, { concurrency, signal, onProgress });
  let isTaken = false;
  const take = () => {
    if (isTaken) throw new Error('a cross-validation runs once: keep its results, or call crossValidate again');
    isTaken = true;
    return run;
  };
  return { [Symbol.asyncIterator]: take, results: async () => inFoldOrder(queue, take()) };
}

interface Run {
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
}

type Outcome<R> = { readonly fold: Fold; readonly result: R } | { readonly fold: Fold; readonly error: unknown };

async function* streamOf<R>(
  queue: readonly Fold[],
  evaluate: EvaluateFold<R>,
  { concurrency, signal, onProgress }: Run,
) {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const giveUp = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  const underWay = new Map<Fold, Promise<Outcome<R>>>();
  let begun = 0;
  try {
    for (let done = 1; done <= queue.length; done++) {
      for (; begun < queue.length && underWay.size < concurrency; begun++) {
        const fold = queue[begun] as Fold;
        underWay.set(fold, attempt(fold, evaluate, controller.signal));
      }
      const outcome = await Promise.race(underWay.values());
      underWay.delete(outcome.fold);
      signal?.throwIfAborted();
      if ('error' in outcome) throw failure(outcome.fold, outcome.error);
      onProgress?.({ done, total: queue.length, label: nameOf(outcome.fold) });
      yield outcome;
    }
  } finally {
    signal?.removeEventListener('abort', giveUp);
    controller.abort();
    await Promise.all(underWay.values());
  }
}

async function attempt<R>(fold: Fold, evaluate: EvaluateFold<R>, signal: AbortSignal): Promise<Outcome<R>> {
  try {
    return { fold, result: await evaluate(fold, { signal }) };
  } catch (error) {
    return { fold, error };
  }
}

async function inFoldOrder<R>(queue: readonly Fold[], run: AsyncIterable<FoldResult<R>>): Promise<FoldResult<R>[]> {
  const byFold = new Map<Fold, FoldResult<R>>();
  for await (const item of run) byFold.set(item.fold, item);
  return queue.map((fold) => byFold.get(fold) as FoldResult<R>);
}

function failure(fold: Fold, cause: unknown): Error {
  return new Error(`${nameOf(fold)} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

const nameOf = ({ index, repeat }: Fold) => `fold ${index} of repeat ${repeat}`;
