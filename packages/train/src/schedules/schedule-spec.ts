import type { EarlyStopping } from '../early-stopping.ts';

/** The rate falls to `factor` of itself every so many epochs, in steps. @see keras ExponentialDecay(staircase=True) */
export interface StepSchedule {
  readonly name: 'step';
  /** Epochs between two steps; may be a fraction. */
  readonly every: number;
  /** In (0, 1]. */
  readonly factor: number;
}

/** The same at every batch, without steps. @see keras ExponentialDecay */
export interface ExponentialSchedule {
  readonly name: 'exponential';
  /** Epochs in which the rate falls to `factor` of itself; may be a fraction. */
  readonly every: number;
  /** In (0, 1]. */
  readonly factor: number;
}

/**
 * Half a cosine down, at every batch; it stays at the bottom or starts again.
 *
 * @see keras CosineDecay, CosineDecayRestarts; Loshchilov and Hutter, SGDR, 2016.
 */
export interface CosineSchedule {
  readonly name: 'cosine';
  /** From the top to the bottom (with restarts: the first time). */
  readonly epochs: number;
  /** What is left at the bottom, as a fraction of the optimizer's own rate. Default 0; Keras' alpha. */
  readonly floor?: number;
  /** Each cycle is so many times as long, and its top so many times as high, as the one before. */
  readonly restarts?: { readonly length?: number; readonly height?: number };
}

/** The rate falls to `factor` of itself after each epoch at which nothing got better for too long. @see keras ReduceLROnPlateau */
export interface PlateauSchedule {
  readonly name: 'plateau';
  /** What must get better: a loss falls, an accuracy rises. Default valLoss. */
  readonly monitor?: NonNullable<EarlyStopping['monitor']>;
  /** In (0, 1). Default 0.1. */
  readonly factor?: number;
  /** Epochs without improvement after which it falls. Default 10. */
  readonly patience?: number;
  /** How much counts as an improvement. Default 1e-4. */
  readonly minDelta?: number;
  /** Epochs after a fall that are not counted. Default 0. */
  readonly cooldown?: number;
  /** It never falls below this rate. Default 0. */
  readonly minRate?: number;
}

/** The rate rises in a line at every batch, then another schedule begins. @see keras CosineDecay(warmup_steps) */
export interface WarmUpSchedule {
  readonly name: 'warmUp';
  /** May be a fraction. */
  readonly epochs: number;
  /** Where it begins, as a fraction of the optimizer's own rate. Default 0. */
  readonly from?: number;
  /** What follows, its epochs counted from there; nothing: the rate stays. */
  readonly next?: Exclude<ScheduleSpec, WarmUpSchedule>;
}

/** A learning-rate schedule as plain data: factors of the rate that the optimizer was made with. */
export type ScheduleSpec = StepSchedule | ExponentialSchedule | CosineSchedule | PlateauSchedule | WarmUpSchedule;

/** A schedule as data, or a function that gives the rate of each batch from epoch and step, both from 0. */
export type Schedule = ScheduleSpec | ((epoch: number, step: number) => number);
