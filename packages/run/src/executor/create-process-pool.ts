import { availableParallelism } from 'node:os';
import { ArgumentError } from '@animals/core';
import { createExecutor } from './create-executor.ts';
import type { Executor } from './executor.ts';
import { inheritedExecArgv } from './inherited-exec-argv.ts';
import { startWorker, type WorkerProcess } from './start-worker.ts';

/** Which jobs run in how many processes. */
export interface ProcessPoolOptions {
  /** URL of a module that exports `jobs`, an object of job functions by name: all that the workers may run. */
  readonly jobs: URL;
  /** Most processes at a time. */
  readonly workers?: number;
  /** Node options of the workers; by default those of this process, so that loaders and conditions carry over. */
  readonly execArgv?: readonly string[];
  /** Environment variables of the workers, beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** How many milliseconds a job has to heed its signal before its process is ended. */
  readonly graceMs?: number;
  /** Jobs after which a process is replaced by a fresh one, against memory that a job leaks. */
  readonly recycleAfter?: number;
}

/**
 * Makes an executor that runs jobs in processes of their own, which start when they are needed.
 *
 * Aborting ends even a job that is busy: after `graceMs` its process gets SIGTERM, then SIGKILL. A process that dies
 * fails only its job. When this process dies, in whatever way, its workers end within half a second. Ctrl-C in a
 * terminal does not reach them. What jobs print goes to standard error.
 * @throws ArgumentError if an option breaks its rule.
 */
// On node:child_process itself: the watch against orphans, the signal and progress of each job, and errors that keep
// their class would all have to be built around a pool from npm, and little of that pool would be left to use.
export function createProcessPool({
  jobs,
  workers = availableParallelism(),
  execArgv = inheritedExecArgv(),
  env = {},
  graceMs = 500,
  recycleAfter = Number.POSITIVE_INFINITY,
}: ProcessPoolOptions): Executor {
  if (!(jobs instanceof URL)) {
    throw new ArgumentError('jobs', "jobs must be a URL, such as new URL('./jobs.js', import.meta.url)");
  }
  if (!(graceMs >= 0)) throw new ArgumentError('graceMs', `graceMs must be >= 0, got ${graceMs}`);
  if (!(recycleAfter >= 1)) throw new ArgumentError('recycleAfter', `recycleAfter must be >= 1, got ${recycleAfter}`);
  const options = { jobs, execArgv, env: { ...process.env, ...env }, graceMs };
  const idle: WorkerProcess[] = [];

  const take = () => {
    for (let worker = idle.pop(); worker; worker = idle.pop()) if (worker.usable) return worker;
    return startWorker(options);
  };
  const giveBack = async (worker: WorkerProcess) => {
    if (worker.usable && worker.jobsRun < recycleAfter) idle.push(worker);
    else await worker.end();
  };

  return createExecutor({
    name: 'processes',
    workers,
    run: async (job, context) => {
      const worker = take();
      try {
        return await worker.run(job, context);
      } finally {
        await giveBack(worker);
      }
    },
    end: async () => {
      await Promise.all(idle.map((worker) => worker.end()));
    },
  });
}
