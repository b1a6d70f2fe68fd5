/** What npm and shells exit with after Ctrl-C. */
const INTERRUPTED = 130;

/** Under `npm run`, one Ctrl-C comes twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 300;

/**
 * Lets Ctrl-C end a program in order: the first signal aborts the controller, a second one exits at once with 130.
 *
 * The abort's reason is an `AbortError` that names the signal. A repetition within 0.3 s counts as the same press.
 * @returns the undo, to be called when the work is over.
 */
export function abortOnSignals(
  controller: AbortController,
  signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'],
): () => void {
  let first: number | undefined;
  const listener = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (first === undefined) {
      first = now;
      controller.abort(new DOMException(`interrupted by ${signal}`, 'AbortError'));
    } else if (now - first > SAME_PRESS_MS) {
      process.exit(INTERRUPTED);
    }
  };
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}
