// Two frames of a screen: an embedding that is drawn as it moves looks alive.
const OFTEN_MS = 32;

interface Host {
  setImmediate?(callback: () => void): unknown;
  scheduler?: { yield?(): Promise<void> };
}

/** A function that, every few hundredths of a second, lets timers, input and drawing have their turn. */
export function createRest(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < OFTEN_MS) return;
    await nextTurn();
    last = performance.now();
  };
}

/** Unlike a timer of zero, which browsers stretch to 4 ms. */
function nextTurn(): Promise<void> {
  const host = globalThis as Host;
  if (host.setImmediate) return new Promise((resolve) => host.setImmediate?.(resolve));
  if (host.scheduler?.yield) return host.scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
