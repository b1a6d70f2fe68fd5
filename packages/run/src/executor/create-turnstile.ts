import { onAbort } from '../signals/on-abort.ts';

/** Lets a number of things happen at a time; the others wait in line. */
export interface Turnstile {
  /** Runs work when its turn comes; rejects with the signal's reason if it aborts before, and then never runs it. */
  pass<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** Makes a turnstile that lets `limit` through at a time, in the order of the calls. */
export function createTurnstile(limit: number): Turnstile {
  const line: (() => void)[] = [];
  let inside = 0;

  const enter = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (inside < limit) {
        inside++;
        return resolve();
      }
      const go = () => {
        forget();
        resolve();
      };
      const forget = onAbort(signal, () => {
        line.splice(line.indexOf(go), 1);
        reject(signal.reason);
      });
      line.push(go);
    });
  const leave = () => {
    const next = line.shift();
    if (next) next();
    else inside--;
  };

  return {
    async pass(work, signal) {
      await enter(signal);
      try {
        signal.throwIfAborted();
        return await work();
      } finally {
        leave();
      }
    },
  };
}
