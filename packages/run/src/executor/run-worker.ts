import type { Jobs } from './executor.ts';
import { findJob } from './find-job.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { packError } from './pack-error.ts';
import { watchParent } from './watch-parent.ts';

/** The life of a worker process: takes jobs from its parent, one after another, and runs what `jobsUrl` registers. */
export function runWorker(jobsUrl: string, parent: number): void {
  // Ctrl-C in a terminal reaches the whole group; what becomes of a job is for the parent to decide.
  process.on('SIGINT', () => undefined);
  watchParent(parent);
  const jobs = importJobs(jobsUrl);
  // Told to every job that comes; without this the process would end before it could say why.
  jobs.catch(() => undefined);
  const controllers = new Map<number, AbortController>();
  process.on('message', (message: ToWorker) => {
    if (message.type === 'abort') controllers.get(message.id)?.abort();
    else void runOne(message, jobs, controllers);
  });
}

async function importJobs(url: string): Promise<Jobs> {
  const module = (await import(url)) as { jobs?: unknown };
  if (typeof module.jobs !== 'object' || module.jobs === null) {
    throw new Error(`${url} must export "jobs", an object of functions by name`);
  }
  return module.jobs as Jobs;
}

async function runOne(
  { id, name, input }: Extract<ToWorker, { type: 'run' }>,
  jobs: Promise<Jobs>,
  controllers: Map<number, AbortController>,
): Promise<void> {
  const controller = new AbortController();
  controllers.set(id, controller);
  try {
    const job = findJob(await jobs, name);
    const progress = (value: unknown) => send({ type: 'progress', id, value });
    const output = await job(input, { signal: controller.signal, progress });
    send({ type: 'done', id, output });
  } catch (error) {
    send({ type: 'failed', id, error: packError(error) });
  } finally {
    controllers.delete(id);
  }
}

/** Throws if the message cannot be copied. A parent that is gone is not this function's business. */
function send(message: FromWorker): void {
  process.send?.(message, undefined, undefined, () => undefined);
}
