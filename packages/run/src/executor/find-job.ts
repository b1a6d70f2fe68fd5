import { ArgumentError } from '@animals/core';
import type { JobFunction, Jobs } from './executor.ts';

/**
 * Looks a job up among the registered ones; inherited names such as `constructor` are none.
 *
 * @throws ArgumentError that lists the names there are.
 */
export function findJob(jobs: Jobs, name: string): JobFunction<unknown, unknown> {
  const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
  if (typeof job === 'function') return job as unknown as JobFunction<unknown, unknown>;
  const names = Object.keys(jobs).sort().join(', ');
  throw new ArgumentError(
    'job.name',
    `job.name must be a registered job (${names || 'none'}), got ${JSON.stringify(name)}`,
  );
}
