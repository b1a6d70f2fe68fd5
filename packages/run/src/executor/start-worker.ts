import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { ArgumentError } from '@animals/core';
import { onAbort } from '../signals/on-abort.ts';
import { awaitReply, type Reply } from './await-reply.ts';
import { beside } from './beside.ts';
import type { RunJob } from './create-executor.ts';
import type { ToWorker } from './messages.ts';
import { type ProcessEnd, WorkerDiedError } from './worker-died-error.ts';

export interface WorkerOptions {
  readonly jobs: URL;
  readonly execArgv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly graceMs: number;
}

/** One process that runs one job at a time. */
export interface WorkerProcess {
  /** False once it has ended, is being ended, or is still busy with a job that was given up. */
  readonly usable: boolean;
  /** How many jobs it was given. */
  readonly jobsRun: number;
  readonly run: RunJob;
  /** Ends the process, by force if it must be, and comes back when it is gone. */
  end(): Promise<void>;
}

/** Starts a worker process. While it has no job it does not keep this process alive. */
export function startWorker({ jobs, execArgv, env, graceMs }: WorkerOptions): WorkerProcess {
  const child = fork(beside(import.meta.url, 'worker-main'), [jobs.href, String(process.pid)], {
    execArgv: [...execArgv],
    env,
    serialization: 'advanced',
    // What a job prints must not end up between the lines of a program that writes its results to standard output.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  let usable = true;
  let jobsRun = 0;
  // Not a promise to race against: one that outlives the jobs would keep all their results in memory.
  let current: { readonly name: string; readonly reply: Reply } | undefined;
  const ended = waitForEnd(child).then(({ cause, ...how }) => {
    usable = false;
    current?.reply.fail(new WorkerDiedError(current.name, how, { cause }));
  });

  const end = async () => {
    usable = false;
    keepAlive(child, true);
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), graceMs / 2);
    await ended;
    clearTimeout(force);
  };
  const run: RunJob = async ({ name, input }, { signal, onProgress }) => {
    const id = ++jobsRun;
    const reply = awaitReply(child, { id, onProgress });
    current = { name, reply };
    let grace: NodeJS.Timeout | undefined;
    const undo = onAbort(signal, () => {
      send(child, { type: 'abort', id });
      grace = setTimeout(end, graceMs);
    });
    keepAlive(child, true);
    try {
      send(child, { type: 'run', id, name, input });
      return await reply.promise;
    } finally {
      undo();
      clearTimeout(grace);
      reply.forget();
      current = undefined;
      usable &&= reply.finished;
      keepAlive(child, false);
    }
  };

  return {
    get usable() {
      return usable;
    },
    get jobsRun() {
      return jobsRun;
    },
    run,
    end,
  };
}

/** Comes back when the process has ended and all that it sent before has been read. */
async function waitForEnd(child: ChildProcess): Promise<ProcessEnd & { readonly cause?: unknown }> {
  child.on('error', () => undefined);
  const disconnected = once(child, 'disconnect');
  disconnected.catch(() => undefined);
  try {
    const [exitCode, exitSignal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    if (child.connected) await disconnected;
    return { pid: child.pid, exitCode, exitSignal };
  } catch (cause) {
    return { pid: undefined, exitCode: null, exitSignal: null, cause };
  }
}

function send(child: ChildProcess, message: ToWorker): void {
  try {
    // A channel that has just closed is told of by the process's end.
    child.send(message, () => undefined);
  } catch (cause) {
    throw new ArgumentError('job.input', `job.input must be plain data: ${(cause as Error).message}`, { cause });
  }
}

/** Whether this worker keeps the program running. */
function keepAlive(child: ChildProcess, alive: boolean): void {
  if (alive) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
