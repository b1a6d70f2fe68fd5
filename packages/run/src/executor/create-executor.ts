import { ArgumentError } from '@animals/core';
import { underSignals } from '../signals/under-signals.ts';
import { createTurnstile } from './create-turnstile.ts';
import type { Executor, Job } from './executor.ts';

/** What an executor does with one job at its turn. */
export type RunJob = (
  job: Job,
  context: { readonly signal: AbortSignal; readonly onProgress: (value: unknown) => void },
) => Promise<unknown>;

export interface ExecutorParts {
  readonly name: string;
  readonly workers: number;
  readonly run: RunJob;
  /** Frees what the executor holds, once no job runs. */
  readonly end: () => Promise<void>;
}

/** The part that all executors share: taking turns, signals, and closing. */
export function createExecutor({ name, workers, run, end }: ExecutorParts): Executor {
  if (!Number.isSafeInteger(workers) || workers < 1) {
    throw new ArgumentError('workers', `workers must be an integer >= 1, got ${workers}`);
  }
  const turnstile = createTurnstile(workers);
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;

  const close = async () => {
    closing.abort(new Error(`the executor "${name}" was closed`));
    await Promise.allSettled(running);
    await end();
  };

  return {
    name,
    workers,
    async submit<I, O>(job: Job<I>, { signal, onProgress = () => undefined }: Parameters<Executor['submit']>[1] = {}) {
      const pending = underSignals([signal, closing.signal], (either) =>
        turnstile.pass(() => settle(run(job, { signal: either, onProgress }), either), either),
      );
      running.add(pending);
      try {
        return (await pending) as O;
      } finally {
        running.delete(pending);
      }
    },
    close: () => (closed ??= close()),
  };
}

/** Once a signal has aborted, its reason is the outcome, whatever the work made of it. */
async function settle(work: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  try {
    return await work;
  } finally {
    signal.throwIfAborted();
  }
}
