interface TryAgainOptions {
  readonly waitMs?: number | undefined;
  readonly stale?: boolean;
  readonly cause?: unknown;
}

/** A failure that another request may not meet. */
export class TryAgainError extends Error {
  override readonly name = 'TryAgainError';
  /** Milliseconds that the server asks to wait, if it does. */
  readonly waitMs: number | undefined;

  /** Whether what has come so far is of no use. */
  readonly stale: boolean;

  constructor(message: string, { waitMs, stale = false, cause }: TryAgainOptions = {}) {
    super(message, { cause });
    this.waitMs = waitMs;
    this.stale = stale;
  }
}
