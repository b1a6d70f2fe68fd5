import type { EpochRecord } from '@animals/core';
import type { Optimizer } from '@tensorflow/tfjs-core';
import type { EarlyStopping } from './early-stopping.ts';
import type { Loss } from './losses/loss.ts';
import type { OptimizerName, OptimizerSpec } from './optimizers/optimizer-spec.ts';
import type { Schedule } from './schedules/schedule-spec.ts';

/** What one batch gave. */
export interface BatchRecord {
  /** From 0. */
  readonly epoch: number;
  /** Within the epoch, from 0. */
  readonly batch: number;
  /** Batches in an epoch. */
  readonly batches: number;
  /** Samples in this batch. */
  readonly size: number;
  /** Mean over the batch, before its update. */
  readonly loss: number;
  /** Fraction of right answers, before its update. */
  readonly accuracy: number;
  /** With a schedule: that of its update. */
  readonly learningRate?: number;
}

/** What one epoch of `fit` gave. */
export interface FitRecord extends EpochRecord {
  /** With a schedule: the learning rate of the epoch's last batch. */
  readonly learningRate?: number;
}

/** Where a run keeps its state, so that it can be resumed. */
export interface CheckpointStore {
  /** The bytes saved last, or null. */
  load(): Promise<Uint8Array | null>;
  /** Replaces the bytes saved last; should be atomic. */
  save(bytes: Uint8Array): Promise<void>;
  /** Least time between two saves, both at the end of an epoch. Default 10; 0 saves after each. */
  readonly everySeconds?: number;
}

/** How a model is trained. */
export interface FitOptions {
  /** Passes over the training data, from 1; those of a resumed run are counted. */
  readonly epochs: number;
  /** Default 32. */
  readonly batchSize?: number;
  /** By name or description, with Keras' defaults, or an instance, which its maker disposes. Default adam. */
  readonly optimizer?: OptimizerName | OptimizerSpec | Optimizer;
  /** Default binaryCrossentropy. */
  readonly loss?: Loss;
  /**
   * How the learning rate changes: factors of the optimizer's own as plain data, or a function of epoch and step that gives
   * the rate. Momentum follows TensorFlow.js: a new rate scales the whole velocity, where Keras' scales the new gradient.
   */
  readonly schedule?: Schedule;
  /**
   * One weight a class, by which a sample's loss is multiplied; the mean is still over the number of samples, as with
   * Keras' class_weight. Neither accuracy nor validation is weighted. `classWeights` of `@animals/data` evens classes out.
   */
  readonly classWeights?: ArrayLike<number>;
  /** Decides the order of samples in every epoch. Default 0. */
  readonly seed?: number;
  /** Draws a new order for each epoch. Default true; false keeps the order given. */
  readonly shuffle?: boolean;
  readonly earlyStopping?: EarlyStopping;
  readonly checkpoint?: CheckpointStore;
  readonly signal?: AbortSignal | undefined;
  /** Called after each epoch that was trained now, and awaited. */
  readonly onEpoch?: (record: FitRecord) => void | Promise<void>;
  /** Called after each batch. */
  readonly onBatch?: (record: BatchRecord) => void;
}

/** How a training run ended. */
export interface FitResult {
  /** One record per epoch, those before a resumption included. */
  readonly history: FitRecord[];
  readonly stoppedEarly: boolean;
  /** Epoch with the best monitored value (without early stopping: valLoss, else loss); -1 if all were NaN. */
  readonly bestEpoch: number;
}
