import { ArgumentError, createRng } from '@animals/core';
import type { Optimizer } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { RunSettings } from './checkpoint/training-progress.ts';
import { type EarlyStopping, resolveEarlyStopping } from './early-stopping.ts';
import type { CheckpointStore, FitOptions } from './fit-options.ts';
import { checkBatchSize } from './for-each-batch.ts';
import { checkClassWeights } from './losses/check-class-weights.ts';
import { type Loss, type Objective, resolveLoss } from './losses/loss.ts';
import { createOptimizer } from './optimizers/create-optimizer.ts';
import { learningRateOf } from './schedules/learning-rate.ts';
import { type ResolvedSchedule, resolveSchedule } from './schedules/resolve-schedule.ts';
import type { SourceTrainingData } from './sources/training-data.ts';

/** A training run with its defaults filled in and its arguments checked. */
export interface TrainingRun extends Pick<FitOptions, 'signal' | 'onEpoch' | 'onBatch'> {
  readonly model: LayersModel;
  readonly data: SourceTrainingData;
  readonly optimizer: Optimizer;
  /** Whether the run made its optimizer and so disposes it. */
  readonly ownsOptimizer: boolean;
  readonly loss: Loss;
  readonly objective: Objective;
  /** The optimizer's learning rate, which a schedule changes. */
  readonly rate: number;
  readonly schedule: ResolvedSchedule | null;
  /** One a class, or null. */
  readonly classWeights: readonly number[] | null;
  readonly epochs: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly shuffle: boolean;
  readonly stopping: Required<EarlyStopping>;
  readonly checkpoint: CheckpointStore | undefined;
  readonly settings: RunSettings;
}

/** Watches for the best epoch and never stops: a run without early stopping. */
const WATCH_ONLY = { patience: Infinity, minDelta: 0, restoreBest: false };

/** Checks what a run was asked for. @throws ArgumentError naming what is wrong; no optimizer is made then. */
export async function createRun(
  model: LayersModel,
  data: SourceTrainingData,
  {
    epochs,
    batchSize = 32,
    optimizer = 'adam',
    loss = 'binaryCrossentropy',
    seed = 0,
    shuffle = true,
    earlyStopping,
    schedule,
    classWeights,
    checkpoint,
    ...callbacks
  }: FitOptions,
): Promise<TrainingRun> {
  const validated = data.validation !== undefined;
  checkOptions(model, { epochs, batchSize, seed, everySeconds: checkpoint?.everySeconds ?? 0 });
  const stopping = earlyStopping
    ? resolveEarlyStopping(earlyStopping, { validated })
    : ({ monitor: validated ? 'valLoss' : 'loss', ...WATCH_ONLY } as const);
  const resolved = schedule ? resolveSchedule(schedule, { validated }) : null;
  if (classWeights) checkClassWeights(Array.from(classWeights), model);
  const objective = resolveLoss(loss);
  const given = isOptimizer(optimizer) ? optimizer : null;
  const used = given ?? (await createOptimizer(optimizer as Exclude<typeof optimizer, Optimizer>));
  const settings: RunSettings = {
    seed,
    batchSize,
    shuffle,
    samples: data.train.count,
    validationSamples: data.validation?.count ?? 0,
    loss: typeof loss === 'string' ? loss : 'custom',
    optimizer: `${used.getClassName()} ${JSON.stringify(used.getConfig())}`,
    earlyStopping: earlyStopping ? JSON.stringify(stopping) : 'none',
    // Only when given, so that checkpoints from before they existed still fit.
    ...(schedule && { schedule: typeof schedule === 'function' ? 'custom' : JSON.stringify(schedule) }),
    ...(classWeights && { classWeights: Array.from(classWeights).join() }),
  };
  return {
    ...callbacks,
    ...{ model, data, optimizer: used, ownsOptimizer: given === null, loss, objective },
    ...{
      rate: resolved ? learningRateOf(used) : 0,
      schedule: resolved,
      classWeights: classWeights ? Array.from(classWeights) : null,
    },
    ...{ epochs, batchSize, seed, shuffle, stopping, checkpoint, settings },
  };
}

function isOptimizer(optimizer: NonNullable<FitOptions['optimizer']>): optimizer is Optimizer {
  return typeof optimizer === 'object' && 'minimize' in optimizer;
}

function checkOptions(
  model: LayersModel,
  { epochs, batchSize, seed, everySeconds }: Record<'epochs' | 'batchSize' | 'seed' | 'everySeconds', number>,
): void {
  if (!Number.isInteger(epochs) || epochs < 1) {
    throw new ArgumentError('epochs', `epochs must be an integer from 1, got ${epochs}`);
  }
  checkBatchSize(batchSize);
  createRng(seed);
  if (!(everySeconds >= 0)) {
    throw new ArgumentError('everySeconds', `everySeconds must be at least 0, got ${everySeconds}`);
  }
  if (model.trainableWeights.length === 0) {
    throw new ArgumentError('model', 'model must have a trainable weight, got none; unfreeze a layer');
  }
}
