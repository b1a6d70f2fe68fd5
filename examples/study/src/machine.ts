import { availableParallelism, cpus, totalmem } from 'node:os';

/** What the run ran on, for run.json: no host name, no user. */
export function machine() {
  const { platform, arch, version } = process;
  return {
    platform,
    arch,
    node: version,
    cpu: cpus()[0]?.model ?? '?',
    cores: availableParallelism(),
    memory: totalmem(),
  };
}
