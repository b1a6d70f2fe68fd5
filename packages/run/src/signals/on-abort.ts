type Callback = () => void;

/** One listener a signal, however many wait for it: a thousand jobs under one signal are no leak to warn of. */
const waiting = new WeakMap<AbortSignal, Set<Callback>>();

/** Calls back once when a signal aborts, at once if it already has, and returns the undo. */
export function onAbort(signal: AbortSignal | undefined, callback: Callback): () => void {
  if (signal === undefined) return () => undefined;
  if (signal.aborted) {
    callback();
    return () => undefined;
  }
  const callbacks = waiting.get(signal) ?? listen(signal);
  const own = () => callback();
  callbacks.add(own);
  return () => callbacks.delete(own);
}

function listen(signal: AbortSignal): Set<Callback> {
  const callbacks = new Set<Callback>();
  waiting.set(signal, callbacks);
  const tell = () => {
    for (const callback of [...callbacks]) if (callbacks.delete(callback)) callback();
  };
  signal.addEventListener('abort', tell, { once: true });
  return callbacks;
}
