/**
 * Resolves in the event loop's next turn, after pending timers, messages and input had theirs.
 *
 * A resolved promise alone would not: the microtasks of a training loop would keep an abort from ever being seen.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    // Browsers delay nested timeouts by 4 ms; a message is not delayed.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
