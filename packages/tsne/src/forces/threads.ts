/** A thread that runs WORKER_SOURCE. */
export interface Thread {
  stop(): void;
}

interface NodeThreads {
  Worker: new (
    source: string,
    options: object,
  ) => { unref(): void; on(event: 'error', listener: () => void): void; terminate(): Promise<number> };
}

interface NodeProcess {
  getBuiltinModule?(name: 'node:worker_threads'): NodeThreads;
  getBuiltinModule?(name: 'node:os'): { availableParallelism(): number };
}

const nodeProcess = (globalThis as { process?: NodeProcess }).process;

/** Whether threads can share memory here: always in Node, in browsers on cross-origin isolated pages. */
export function canShareMemory(): boolean {
  const isolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated;
  return typeof SharedArrayBuffer === 'function' && (isolated === true || nodeProcess?.getBuiltinModule !== undefined);
}

/** How many threads this machine runs at a time. */
export function availableThreads(): number {
  const os = nodeProcess?.getBuiltinModule?.('node:os');
  return os?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
}

/** Starts a thread with the given source; it never keeps the process alive. */
export function startThread(source: string, data: object): Thread {
  const node = nodeProcess?.getBuiltinModule?.('node:worker_threads');
  if (!node) return startWebWorker(source, data);
  const worker = new node.Worker(source, { eval: true, workerData: data, execArgv: [] });
  worker.on('error', () => {});
  worker.unref();
  return { stop: () => void worker.terminate() };
}

function startWebWorker(source: string, data: object): Thread {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.postMessage(data);
  return {
    stop() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
