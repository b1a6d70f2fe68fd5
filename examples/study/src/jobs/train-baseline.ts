import { type BackendName, useBackend } from '@animals/backend';
import type { EpochRecord, ImageSet } from '@animals/core';
import { createSlot, openBlobs } from '@animals/run';
import { createOptimizer, type FitResult, fit, initialiseWeights } from '@animals/train';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { baselineModel } from '../baseline-model.ts';
import { type StoredImages, unpackImages } from '../stored-images.ts';

/** One training of the baseline network, as plain data that crosses to a worker. */
export interface TrainingJob {
  readonly images: StoredImages;
  /** Folder of blobs and checkpoints. */
  readonly work: string;
  /** Names the checkpoint. */
  readonly name: string;
  readonly backend: BackendName;
  readonly train: Uint32Array;
  readonly seed: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
}

export interface TrainingContext {
  readonly signal: AbortSignal;
  progress(value: EpochRecord): void;
}

/** A trained network, for as long as it is used. */
export interface Trained {
  readonly model: LayersModel;
  readonly images: ImageSet;
  readonly history: FitResult['history'];
}

/**
 * Trains the baseline network, going on from its checkpoint, and hands it to `use`; disposes it afterwards.
 *
 * @param validation evaluated each epoch for the curves only.
 */
export async function trainBaseline<R>(
  job: TrainingJob,
  { signal, progress, validation }: TrainingContext & { validation?: Uint32Array },
  use: (trained: Trained) => Promise<R>,
): Promise<R> {
  await useBackend({ prefer: [job.backend] });
  const images = unpackImages(await (await openBlobs(job.work)).get(job.images.hash), job.images);
  const { epochs, batchSize, seed, train } = job;
  const model = baselineModel(images.width);
  const optimizer = await createOptimizer({ name: 'adam', learningRate: job.learningRate });
  const checkpoint = createSlot(job.work, job.name);
  try {
    initialiseWeights(model, seed);
    const data = { images, train, ...(validation && { validation }) };
    const options = { epochs, batchSize, optimizer, seed, checkpoint, signal, onEpoch: progress };
    const { history } = await fit(model, data, options);
    const result = await use({ model, images, history });
    await checkpoint.clear();
    return result;
  } finally {
    model.dispose();
    optimizer.dispose();
  }
}
