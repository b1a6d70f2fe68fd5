import { type ForceKernels, TASKS, type Task } from './force-kernels.ts';
import { startThread, type Thread } from './threads.ts';
import { WORKER_SOURCE } from './worker-source.ts';

/** Runs a task over all points, with the help of threads. */
export interface Team {
  run(count: number): void;
  dispose(): void;
}

/** What a team works with. */
export interface TeamSetup {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly kernels: ForceKernels;
  readonly job: number;
  readonly task: Task;
  /** Threads besides the caller's. */
  readonly helpers: number;
}

// Words of the control block. As many chunks in every run, so that a late thread's count is never out of date.
const [GENERATION, NEXT, DONE, COUNT] = [0, 1, 2, 3] as const;
const CHUNKS = 64;
const PATIENCE_MS = 120_000;

/**
 * A team of the calling thread and some helpers, which take chunks of points from one counter.
 *
 * Helpers that are not there yet, or never come, only leave more chunks to the others.
 */
export function createTeam({ kernels, job, task, helpers, module, memory }: TeamSetup): Team {
  const work = (from: number, to: number) => TASKS[task](kernels, job, from, to);
  if (helpers === 0) return { run: (count) => work(0, count), dispose: () => {} };
  const control = new Int32Array(new SharedArrayBuffer(16));
  control[NEXT] = CHUNKS;
  const data = { module, memory, control, job, task, chunks: CHUNKS };
  const threads: Thread[] = Array.from({ length: helpers }, () => startThread(WORKER_SOURCE, data));
  return {
    run(count) {
      open(control, count);
      const size = Math.ceil(count / CHUNKS / 4) * 4;
      for (let chunk = take(control); chunk < CHUNKS; chunk = take(control)) {
        work(Math.min(count, chunk * size), Math.min(count, (chunk + 1) * size));
        Atomics.add(control, DONE, 1);
      }
      waitForOthers(control);
    },
    dispose() {
      Atomics.store(control, GENERATION, -1);
      Atomics.notify(control, GENERATION);
      for (const thread of threads) thread.stop();
    },
  };
}

const take = (control: Int32Array) => Atomics.add(control, NEXT, 1);

/** Lets the threads in. The counter is set last: whoever takes a chunk finds all the rest in place. */
function open(control: Int32Array, count: number): void {
  Atomics.store(control, COUNT, count);
  Atomics.store(control, DONE, 0);
  Atomics.store(control, NEXT, 0);
  Atomics.store(control, GENERATION, (Atomics.load(control, GENERATION) + 1) & 0x3fffffff);
  Atomics.notify(control, GENERATION);
}

function waitForOthers(control: Int32Array<SharedArrayBuffer>): void {
  const start = performance.now();
  for (;;) {
    const done = Atomics.load(control, DONE);
    if (done === CHUNKS) return;
    if (performance.now() - start > PATIENCE_MS) throw new Error('a thread died in the middle of its work');
    if (mayBlock) Atomics.wait(control, DONE, done, 1000);
  }
}

/** Whether this thread may sleep: a page's own may not, and spins for the last chunk. */
const mayBlock = (() => {
  if (typeof SharedArrayBuffer !== 'function') return false;
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1, 0);
    return true;
  } catch {
    return false;
  }
})();
