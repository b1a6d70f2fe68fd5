import type { EpochRecord } from '@animals/core';
import type { FitOptions } from '@animals/train';
import type { FineTuneData, FineTuneOptions } from './fine-tune-options.ts';

/** What `fit` is told in one of the two stages. */
export function runOptions(
  { images, validation }: FineTuneData,
  { batchSize = 32, seed = 0, patience = 5, signal, onEpoch }: FineTuneOptions,
  stage: 'head' | 'base',
  { epochs, learningRate }: { epochs: number; learningRate: number },
): FitOptions {
  return {
    epochs,
    batchSize,
    seed,
    signal,
    optimizer: { name: 'adam', learningRate },
    loss: images.classes.length === 2 ? 'binaryCrossentropy' : 'sparseCategoricalCrossentropy',
    ...(validation ? { earlyStopping: { monitor: 'valLoss', patience, restoreBest: true } } : {}),
    ...(onEpoch ? { onEpoch: (record: EpochRecord) => onEpoch({ ...record, stage }) } : {}),
  };
}
