import os from 'node:os';

/** What the times were taken on, without the machine's name. */
export function describeMachine() {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    platform: `${os.platform()}-${os.arch()}`,
    node: process.version,
    loadAtStart: Math.round((os.loadavg()[0] as number) * 10) / 10,
  };
}
