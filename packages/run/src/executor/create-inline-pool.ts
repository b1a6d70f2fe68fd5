import { setImmediate } from 'node:timers/promises';
import { ArgumentError } from '@animals/core';
import { createExecutor } from './create-executor.ts';
import type { Executor, Jobs } from './executor.ts';
import { findJob } from './find-job.ts';

/** Which jobs run. */
export interface InlinePoolOptions {
  /** All that it may run, by name. */
  readonly jobs: Jobs;
}

/**
 * Makes an executor that runs jobs in this process, one at a time: for tests, for debugging, and where processes cost
 * more than they bring.
 *
 * Input and output are copied, as they are between processes. A job that does not heed its signal cannot be stopped.
 */
export function createInlinePool({ jobs }: InlinePoolOptions): Executor {
  return createExecutor({
    name: 'inline',
    workers: 1,
    end: async () => undefined,
    run: async ({ name, input }, { signal, onProgress }) => {
      const job = findJob(jobs, name);
      const own = copy(input);
      // Between two busy jobs, signals and timers get their turn.
      await setImmediate();
      signal.throwIfAborted();
      const progress = (value: unknown) => onProgress(structuredClone(value));
      return structuredClone(await job(own, { signal, progress }));
    },
  });
}

function copy(input: unknown): unknown {
  try {
    return structuredClone(input);
  } catch (cause) {
    throw new ArgumentError('job.input', `job.input must be plain data: ${(cause as Error).message}`, { cause });
  }
}
