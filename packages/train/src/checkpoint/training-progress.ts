import type { StoppingState } from '../early-stopping.ts';
import type { FitRecord } from '../fit-options.ts';
import type { PlateauState } from '../schedules/plateau.ts';

/** What a run was asked for, as far as it decides the result: names and values. */
export type RunSettings = Readonly<Record<string, string | number | boolean>>;

/** How far a run has come, beside the model's weights and the optimizer's state. */
export interface TrainingProgress {
  /** Epochs finished. */
  readonly epoch: number;
  /** Seed included. */
  readonly settings: RunSettings;
  /** One record per finished epoch. */
  readonly history: readonly FitRecord[];
  readonly stopping: StoppingState;
  /** With a plateau schedule: how it stands. */
  readonly plateau?: PlateauState;
  /** Weights at the best epoch, or null when none are kept. */
  readonly bestWeights: readonly Float32Array[] | null;
}
