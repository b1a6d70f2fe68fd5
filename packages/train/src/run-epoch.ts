import { epochOrder } from './epoch-order.ts';
import { evaluate } from './evaluate.ts';
import type { FitRecord } from './fit-options.ts';
import { forEachBatch } from './for-each-batch.ts';
import { RunningMean } from './running-mean.ts';
import { setLearningRate } from './schedules/learning-rate.ts';
import type { PlateauState } from './schedules/plateau.ts';
import { rateAt } from './schedules/rate-at.ts';
import { trainStep } from './train-step.ts';
import type { TrainingRun } from './training-run.ts';
import { seekDropout } from './weights/seek-dropout.ts';

/** Trains a model on every sample once, then judges it on the validation part. */
export async function runEpoch(run: TrainingRun, epoch: number, plateau?: PlateauState): Promise<FitRecord> {
  const { model, data, optimizer, batchSize, seed, shuffle, signal, onBatch } = run;
  const batches = Math.ceil(data.train.count / batchSize);
  const mean = new RunningMean();
  const context = (batch: number) => ({ epoch, step: epoch * batches + batch });
  const scheduled: { learningRate?: number } = {};
  const order = shuffle ? { order: epochOrder(data.train.count, { seed, epoch }) } : {};
  await forEachBatch(data.train, { batchSize, context, signal, ...order }, async (content, batch, size) => {
    const { step } = context(batch);
    seekDropout(model, step);
    if (run.schedule) {
      scheduled.learningRate = rateAt(run.schedule.schedule, { rate: run.rate, epoch, step, batches, plateau });
      setLearningRate(optimizer, scheduled.learningRate);
    }
    const result = await mean.take(trainStep(model, content, run), size);
    onBatch?.({ epoch, batch, batches, size, ...result, ...scheduled });
  });
  return { epoch, ...mean.value, ...(await validate(run)), ...scheduled };
}

async function validate({ model, data, batchSize, loss, signal }: TrainingRun) {
  if (!data.validation) return {};
  const { loss: valLoss, accuracy: valAccuracy } = await evaluate(model, data.validation, undefined, {
    ...{ batchSize, loss, signal },
  });
  return { valLoss, valAccuracy };
}
