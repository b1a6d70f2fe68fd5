/** Aborts when nothing happens for a while. */
export interface StallGuard {
  /** Aborts then, or when the outer signal does. */
  readonly signal: AbortSignal;
  /** Says that something has happened. */
  readonly touch: () => void;
  /** Ends the watch. */
  readonly stop: () => void;
}

/** Starts a watch that aborts when `touch` was not called for `ms` milliseconds. */
export function createStallGuard(ms: number, outer: AbortSignal): StallGuard {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), Math.min(ms, 2 ** 31 - 1));
  return {
    signal: AbortSignal.any([controller.signal, outer]),
    touch: () => timer.refresh(),
    stop: () => clearTimeout(timer),
  };
}
