import type { ForceOptions } from '../forces/create-forces.ts';

/** Options of `transform`; openTSNE's defaults. */
export interface TransformOptions extends ForceOptions {
  /** About how many of the embedded samples draw a new one. Default 5, or a third of the samples where that is less. */
  readonly perplexity?: number;
  /** How many nearest samples decide where a new one starts: at the median of their places. Default 25. */
  readonly startNeighbours?: number;
  /** Default 250. */
  readonly iterations?: number;
  /** Default 0.1. */
  readonly learningRate?: number;
  /** Default 1.5. */
  readonly exaggeration?: number;
  readonly signal?: AbortSignal;
}
