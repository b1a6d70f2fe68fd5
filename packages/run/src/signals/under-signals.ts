import { onAbort } from './on-abort.ts';

/** Runs work under a signal that aborts when any of several does, with the reason of the first. */
export async function underSignals<T>(
  signals: readonly (AbortSignal | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const undo = signals.map((signal) => onAbort(signal, () => controller.abort(signal?.reason)));
  try {
    return await work(controller.signal);
  } finally {
    for (const forget of undo) forget();
  }
}
