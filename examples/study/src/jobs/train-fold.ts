import type { EpochRecord } from '@animals/core';
import { accuracy, logLoss, predictProbabilities, rocAuc } from '@animals/train';
import { type TrainingContext, type TrainingJob, trainBaseline } from './train-baseline.ts';

/** One fold of the baseline's cross-validation. */
export interface TrainFoldJob extends TrainingJob {
  readonly test: Uint32Array;
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

/** Trains the baseline on a fold's train part and judges it, after the last epoch, on its test part. */
export function trainFold(job: TrainFoldJob, context: TrainingContext): Promise<TrainFoldResult> {
  return trainBaseline(job, { ...context, validation: job.test }, async ({ model, images, history }) => {
    const probabilities = await predictProbabilities(model, images, job.test);
    const labels = Array.from(job.test, (i) => images.labels[i] as number);
    return {
      parameters: model.countParams(),
      accuracy: accuracy(labels, probabilities),
      logLoss: logLoss(labels, probabilities),
      rocAuc: rocAuc(labels, probabilities),
      history,
      probabilities: Array.from(probabilities),
    };
  });
}
