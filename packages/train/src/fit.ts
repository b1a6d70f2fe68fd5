import type { LayersModel } from '@tensorflow/tfjs-layers';
import { captureState } from './checkpoint/capture-state.ts';
import { restoreState } from './checkpoint/restore-state.ts';
import type { TrainingProgress } from './checkpoint/training-progress.ts';
import { advanceStopping, startStopping } from './early-stopping.ts';
import type { FitOptions, FitRecord, FitResult } from './fit-options.ts';
import { holdFrozenBatchNorm } from './frozen-batch-norm.ts';
import { runEpoch } from './run-epoch.ts';
import { setLearningRate } from './schedules/learning-rate.ts';
import { advancePlateau, startPlateau } from './schedules/plateau.ts';
import { type TrainingData, trainingSources } from './sources/training-data.ts';
import { createRun, type TrainingRun } from './training-run.ts';
import { readWeights } from './weights/read-weights.ts';
import { writeWeights } from './weights/write-weights.ts';

/**
 * Trains a model by mini-batches, reproducibly, and resumes an interrupted run to the same last bit.
 *
 * The order of samples, the masks of `seededDropout` layers and all else random depends on seeds, epoch and step only.
 * Losses and accuracies are Keras': means over samples, of each batch before its update, with regularizers' penalties;
 * validation is in inference mode. Frozen batch normalisations stay frozen. The model need not be compiled.
 *
 * With a `checkpoint` the run goes on after the last epoch saved; the model's weights are overwritten by the saved
 * ones then. It is saved at the end of an epoch when it is time, when the run is aborted, and when it ends.
 * The event loop gets a turn after each batch. No tensor is left but the weights and the state of an optimizer that
 * was passed in.
 * @throws ArgumentError if an argument breaks a rule, before anything is changed.
 * @throws DataError if the checkpoint is damaged or of another run.
 * @throws the signal's reason once it is aborted; the model then has the weights of the last batch finished.
 */
export async function fit(model: LayersModel, data: TrainingData, options: FitOptions): Promise<FitResult> {
  const run = await createRun(model, trainingSources(data), options);
  const release = holdFrozenBatchNorm(model);
  try {
    run.signal?.throwIfAborted();
    const end = await runEpochs(run, await startOrResume(run));
    if (end.bestWeights) writeWeights(model, end.bestWeights);
    const { stopped, bestEpoch } = end.stopping;
    return { history: [...end.history], stoppedEarly: stopped, bestEpoch };
  } finally {
    release();
    if (run.ownsOptimizer) run.optimizer.dispose();
    else if (run.schedule) setLearningRate(run.optimizer, run.rate);
  }
}

async function startOrResume({
  model,
  optimizer,
  settings,
  stopping,
  schedule,
  checkpoint,
}: TrainingRun): Promise<TrainingProgress> {
  const saved = await checkpoint?.load();
  if (saved) return restoreState(model, optimizer, saved, { settings });
  const plateau = schedule?.plateau ? { plateau: startPlateau(schedule.plateau) } : {};
  return { epoch: 0, settings, history: [], stopping: startStopping(stopping.monitor), ...plateau, bestWeights: null };
}

async function runEpochs(run: TrainingRun, start: TrainingProgress): Promise<TrainingProgress> {
  const { model, optimizer, epochs, checkpoint, signal } = run;
  let progress = start;
  let savedAt = performance.now();
  while (progress.epoch < epochs && !progress.stopping.stopped) {
    signal?.throwIfAborted();
    progress = await advance(run, progress);
    await run.onEpoch?.(progress.history.at(-1) as TrainingProgress['history'][number]);
    const ends = progress.epoch >= epochs || progress.stopping.stopped || signal?.aborted;
    if (checkpoint && (ends || performance.now() - savedAt >= 1000 * (checkpoint.everySeconds ?? 10))) {
      await checkpoint.save(await captureState(model, optimizer, progress));
      savedAt = performance.now();
    }
  }
  return progress;
}

/** Trains one epoch and takes it into account. */
async function advance(run: TrainingRun, progress: TrainingProgress): Promise<TrainingProgress> {
  const record = await runEpoch(run, progress.epoch, progress.plateau);
  const stopping = advanceStopping(progress.stopping, record, run.stopping);
  const improved = stopping.bestEpoch === record.epoch;
  return {
    epoch: progress.epoch + 1,
    settings: run.settings,
    history: [...progress.history, record],
    stopping,
    ...followPlateau(run, progress, record),
    bestWeights: improved && run.stopping.restoreBest ? await readWeights(run.model) : progress.bestWeights,
  };
}

/** How a plateau schedule stands after an epoch; it does not watch while the rate still warms up. */
function followPlateau({ schedule, rate }: TrainingRun, { plateau }: TrainingProgress, record: FitRecord) {
  if (!schedule?.plateau || !plateau) return {};
  const watches = record.epoch + 1 > schedule.plateauFrom;
  return { plateau: watches ? advancePlateau(plateau, record, { spec: schedule.plateau, rate }) : plateau };
}
