/** Where a generator stands, as plain JSON-able data. */
export interface RngState {
  readonly seed: number;
  readonly key: readonly [number, number];
  /** Number of the block that is drawn from, or is drawn next when `position` is 0. */
  readonly counter: number;
  /** How many words of that block are used up, 0 to 3. */
  readonly position: number;
  /** The second half of the last pair of normal numbers, when it is still to be handed out. */
  readonly normal: number | null;
}

/**
 * A stream of random numbers that only its seed decides: equal in every process and on every machine.
 *
 * `normal` goes through the engine's `Math.log`, `Math.cos` and `Math.sin`; all other draws are integer arithmetic.
 */
export interface Rng {
  /** The seed it was made from; for a child a derived integer in [1, 2^31 - 1], fit for libraries where 0 means "none". */
  readonly seed: number;
  /**
   * An independent child stream, which depends on this stream's key and the label only, never on what was drawn.
   *
   * Numbers are labels by their decimal text: 1 and '1' name the same child.
   */
  split(label: string | number): Rng;
  /** Next integer in [0, 2^32). */
  uint32(): number;
  /** Next number in [low, high), of 53 random bits; `low` itself when both are equal. Default [0, 1). */
  uniform(low?: number, high?: number): number;
  /** Next integer in [low, high), without bias. */
  int(low: number, high: number): number;
  /** Next normal number (Box and Muller). Default mean 0, sd 1. */
  normal(mean?: number, sd?: number): number;
  /** The integers 0 to n - 1 in random order (Fisher and Yates). */
  permutation(n: number): Uint32Array;
  /** Where the stream stands; `restoreRng` goes on from there. */
  state(): RngState;
}
