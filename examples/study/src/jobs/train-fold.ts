import { type BackendName, useBackend } from '@animals/backend';
import type { EpochRecord } from '@animals/core';
import { createSlot, openBlobs } from '@animals/run';
import {
  accuracy,
  createOptimizer,
  fit,
  initialiseWeights,
  logLoss,
  predictProbabilities,
  rocAuc,
} from '@animals/train';
import { baselineModel } from '../baseline-model.ts';
import { type StoredImages, unpackImages } from '../stored-images.ts';

/** One fold of the baseline's cross-validation, as plain data that crosses to a worker. */
export interface TrainFoldJob {
  readonly images: StoredImages;
  /** Folder of blobs and checkpoints. */
  readonly work: string;
  /** Names the fold's checkpoint. */
  readonly name: string;
  readonly backend: BackendName;
  readonly train: Uint32Array;
  readonly test: Uint32Array;
  readonly seed: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
}

export interface TrainFoldResult {
  /** Of the model. */
  readonly parameters: number;
  readonly accuracy: number;
  readonly logLoss: number;
  readonly rocAuc: number;
  readonly history: readonly EpochRecord[];
  /** Of the test part, in its order. */
  readonly probabilities: readonly number[];
}

interface JobContext {
  readonly signal: AbortSignal;
  progress(value: EpochRecord): void;
}

/** Trains the baseline on a fold's train part and judges it, after the last epoch, on its test part. */
export async function trainFold(job: TrainFoldJob, { signal, progress }: JobContext): Promise<TrainFoldResult> {
  await useBackend({ prefer: [job.backend] });
  const images = unpackImages(await (await openBlobs(job.work)).get(job.images.hash), job.images);
  const model = baselineModel(images.width);
  const optimizer = await createOptimizer({ name: 'adam', learningRate: job.learningRate });
  const checkpoint = createSlot(job.work, job.name);
  try {
    initialiseWeights(model, job.seed);
    const { history } = await fit(
      model,
      { images, train: job.train, validation: job.test },
      {
        epochs: job.epochs,
        batchSize: job.batchSize,
        optimizer,
        seed: job.seed,
        checkpoint,
        signal,
        onEpoch: progress,
      },
    );
    const probabilities = await predictProbabilities(model, images, job.test);
    await checkpoint.clear();
    const labels = Array.from(job.test, (i) => images.labels[i] as number);
    return {
      parameters: model.countParams(),
      accuracy: accuracy(labels, probabilities),
      logLoss: logLoss(labels, probabilities),
      rocAuc: rocAuc(labels, probabilities),
      history,
      probabilities: Array.from(probabilities),
    };
  } finally {
    model.dispose();
    optimizer.dispose();
  }
}
