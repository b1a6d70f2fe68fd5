const MARK = Symbol.for('@animals/error/WorkerDiedError');

/** How a process ended. */
export interface ProcessEnd {
  readonly pid: number | undefined;
  readonly exitCode: number | null;
  readonly exitSignal: NodeJS.Signals | null;
}

/** A job whose process ended before its result: not the job's word, so running it again may help. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDiedError';
  /** The job that it was running. */
  readonly job: string;
  readonly pid: number | undefined;
  readonly exitCode: number | null;
  readonly exitSignal: NodeJS.Signals | null;

  constructor(job: string, { pid, exitCode, exitSignal }: ProcessEnd, options?: ErrorOptions) {
    super(`job "${job}": its process ${describe({ pid, exitCode, exitSignal })}`, options);
    this.job = job;
    this.pid = pid;
    this.exitCode = exitCode;
    this.exitSignal = exitSignal;
    Object.defineProperty(this, MARK, { value: true });
  }

  /** True for a WorkerDiedError of any copy of this package. */
  static isInstance(value: unknown): value is WorkerDiedError {
    return typeof value === 'object' && value !== null && MARK in value;
  }
}

function describe({ pid, exitCode, exitSignal }: ProcessEnd): string {
  if (pid === undefined) return 'could not be started';
  // The kernel's killer sends SIGKILL; V8 aborts when its heap is full.
  const memory = exitSignal === 'SIGKILL' || exitSignal === 'SIGABRT' || exitCode === 134;
  const how = exitSignal === null ? `ended with exit code ${exitCode}` : `was ended by ${exitSignal}`;
  return `(${pid}) ${how} before the result${memory ? '; it may have run out of memory' : ''}`;
}
