import path from 'node:path';
import type { FitRecord } from '../fit-options.ts';
import type { EpochLogger } from './epoch-logger.ts';
import { type EventFile, openEventFile, type Scalars } from './tfevents/event-file.ts';

/** What may be told to a logger for TensorBoard. */
export interface TensorBoardLoggerOptions {
  /** The time in seconds since 1970. Default: the system's. */
  readonly now?: () => number;
}

/**
 * Writes one point an epoch and curve for TensorBoard, for `fit`'s `onEpoch`.
 *
 * Tags and folders are those of Keras' callback: `epoch_loss`, `epoch_accuracy` and `epoch_learning_rate` below
 * `train/`, the first two below `validation/`, so that both curves share a chart. A run that goes on, even from before
 * the last point, keeps the points of earlier epochs and writes each epoch once; a run that starts over starts the files
 * over. What a kill left half-written is dropped.
 * @throws DataError at an epoch if the files cannot be written.
 */
export function tensorBoardLogger(
  folder: string,
  { now = () => Date.now() / 1000 }: TensorBoardLoggerOptions = {},
): EpochLogger {
  const files = new Map<string, EventFile>();
  return async (record) => {
    for (const [part, scalars] of Object.entries(partsOf(record))) {
      const file = files.get(part) ?? (await openEventFile(path.join(folder, part), { firstStep: record.epoch, now }));
      files.set(part, file);
      await file.append(record.epoch, scalars);
    }
  };
}

/** A record's numbers by folder. */
function partsOf({ loss, accuracy, valLoss, valAccuracy, learningRate }: FitRecord): Record<string, Scalars> {
  return {
    train: {
      ...{ epoch_loss: loss, epoch_accuracy: accuracy },
      ...(learningRate !== undefined && { epoch_learning_rate: learningRate }),
    },
    ...(valLoss !== undefined &&
      valAccuracy !== undefined && { validation: { epoch_loss: valLoss, epoch_accuracy: valAccuracy } }),
  };
}
