/** Tells how far a long computation is, and lets others work from time to time; rejects when it is to stop. */
export type Pace = (share: number) => Promise<void>;

const OFTEN_MS = 100;

interface PaceOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the share that is done, in [0, 1]. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** A pace that pauses every tenth of a second. Its clock decides when others may work, never what is computed. */
export function createPace({ signal, onProgress }: PaceOptions): Pace {
  let last = performance.now();
  return async (share) => {
    if (performance.now() - last < OFTEN_MS) return;
    onProgress?.(share);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    last = performance.now();
  };
}
