/** What a job can know and say while it runs. */
export interface JobContext {
  /** Aborts when the result is no longer wanted; a job that heeds it can end in order. */
  readonly signal: AbortSignal;
  /** Sends plain data to the submitter's `onProgress`, before the result. */
  progress(value: unknown): void;
}

/**
 * One kind of work. Input and output are plain data that `structuredClone` copies; typed arrays are fine.
 *
 * The defaults make every job function assignable to `JobFunction`.
 */
export type JobFunction<I = never, O = unknown> = (input: I, context: JobContext) => Promise<O>;

/** All that an executor may run, by name. */
export type Jobs = Readonly<Record<string, JobFunction>>;

/** A request to run one registered job. */
export interface Job<I = unknown> {
  /** A key of the jobs that the executor was made with. */
  readonly name: string;
  readonly input: I;
}

/** What a submitter wants to say and hear while a job runs. */
export interface SubmitOptions {
  /** Ends the job, and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with what the job reports, in order, before the result. Must not throw. */
  readonly onProgress?: ((value: unknown) => void) | undefined;
}

/** Runs registered jobs, at most `workers` at a time, first come, first served. */
export interface Executor {
  readonly name: string;
  /** Most jobs that run at a time. */
  readonly workers: number;
  /**
   * Runs a job and returns its output.
   *
   * Settles only when the job no longer runs: after a rejection nothing of it goes on.
   * @throws the job's own error; ArgumentError if no job has that name or the input cannot be copied; the signal's
   *   reason if it aborts, whatever the job does then; WorkerDiedError if its process ends; Error after `close`.
   */
  submit<I, O>(job: Job<I>, options?: SubmitOptions): Promise<O>;
  /** Rejects what waits, aborts and ends what runs, and comes back when nothing is left. Can be called twice. */
  close(): Promise<void>;
}
