import type { Fold, ImageSet } from '@animals/core';
import { crossValidate } from '@animals/cv';
import type { TrainFoldJob, TrainFoldResult } from '../jobs/train-fold.ts';
import type { TrainingSettings } from '../profiles.ts';
import type { StageContext } from './stage.ts';
import { storeImages } from './store-images.ts';

/** A fold and what the network trained on it gave. */
export interface TrainedFold {
  readonly fold: Fold;
  readonly result: TrainFoldResult;
}

export interface TrainFoldsOptions {
  /** Names the work in the journal and in the progress. */
  readonly name: string;
  readonly images: ImageSet;
  readonly folds: readonly Fold[];
  readonly training: TrainingSettings;
}

/** Trains the baseline network on every fold, each in a worker and each once, whatever happens in between. */
export async function trainFolds(options: TrainFoldsOptions, context: StageContext): Promise<readonly TrainedFold[]> {
  const { name, images, folds, training } = options;
  const { journal, pool, signal, work, backend } = context;
  const stored = await storeImages(images, work);
  const report = foldProgress(options, context);
  const evaluate = async ({ index, train, test, seed }: Fold, { signal: aborted }: { signal: AbortSignal }) => {
    const shared = { images: stored, work, backend, name: `${name.replaceAll('/', '-')}-fold-${index}` };
    const input: TrainFoldJob = { ...shared, train, test, seed, ...training };
    return journal.remember(`${name}/fold-${index}`, () =>
      pool.submit<TrainFoldJob, TrainFoldResult>(
        { name: 'train-fold', input },
        { signal: aborted, onProgress: (epoch) => report(index, epoch as EpochProgress) },
      ),
    );
  };
  const trained: TrainedFold[] = [];
  for await (const { fold, result } of crossValidate(folds, evaluate, { concurrency: pool.workers, signal })) {
    report(fold.index, { epoch: training.epochs - 1, valAccuracy: result.accuracy });
    trained.push({ fold, result });
  }
  return trained.sort((a, b) => a.fold.index - b.fold.index);
}

interface EpochProgress {
  readonly epoch: number;
  readonly valAccuracy: number;
}

/** Counts epochs over all folds: a resumed fold starts where it was. */
function foldProgress({ name, folds, training: { epochs } }: TrainFoldsOptions, { progress }: StageContext) {
  const done = new Array<number>(folds.length).fill(0);
  const tick = progress.task(name, folds.length * epochs);
  return (fold: number, { epoch, valAccuracy }: EpochProgress) => {
    done[fold] = epoch + 1;
    const note = `fold ${fold + 1} of ${folds.length}, epoch ${epoch + 1} of ${epochs}, held-out accuracy ${valAccuracy.toFixed(3)}`;
    tick(
      done.reduce((a, b) => a + b, 0),
      note,
    );
  };
}
