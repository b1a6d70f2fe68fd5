import { type BundleMeta, saveBundle } from '@animals/train';
import { type TrainingContext, type TrainingJob, trainBaseline } from './train-baseline.ts';

/** The training of the model that is kept, on every picture. */
export interface TrainFinalJob extends TrainingJob {
  /** Folder of the bundle. */
  readonly bundle: string;
  readonly meta: BundleMeta;
}

/** Trains the baseline on every picture and saves it, with all that is needed to use it. */
export function trainFinal(job: TrainFinalJob, context: TrainingContext): Promise<null> {
  return trainBaseline(job, context, async ({ model }) => {
    await saveBundle(model, job.bundle, job.meta);
    return null;
  });
}
