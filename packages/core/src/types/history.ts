/** What one epoch of training gave. Losses are means over samples, accuracies fractions. */
export interface EpochRecord {
  /** From 0. */
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly valLoss?: number;
  readonly valAccuracy?: number;
}

/** A training run, epoch by epoch. */
export type History = readonly EpochRecord[];
