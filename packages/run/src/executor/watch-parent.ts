import { Worker } from 'node:worker_threads';

const EVERY_MS = 250;

/** Runs in a thread of its own. `process.exit` would end only that thread, and a busy process would not heed SIGTERM. */
const WATCH = `
const { workerData: { parent, everyMs } } = require('node:worker_threads');
const orphaned = () => {
  if (process.ppid !== parent) return true;
  try { process.kill(parent, 0); return false; } catch (error) { return error.code !== 'EPERM'; }
};
setInterval(() => { if (orphaned()) process.kill(process.pid, 'SIGKILL'); }, everyMs);
`;

/**
 * Ends this process when its parent is gone, even while it is busy: an orphan must not go on writing checkpoints.
 *
 * Needs an IPC channel to the parent, whose end is noticed at once; a busy process does not see it, so a thread looks
 * at the parent's number four times a second.
 */
export function watchParent(parent: number): void {
  process.on('disconnect', () => process.exit(1));
  const options = { eval: true, execArgv: [], workerData: { parent, everyMs: EVERY_MS } };
  new Worker(WATCH, options).unref();
}
