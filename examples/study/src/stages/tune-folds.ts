import type { Fold, ImageSet } from '@animals/core';
import { crossValidate } from '@animals/cv';
import { accuracy } from '@animals/train';
import type { FoundBase } from '../bases.ts';
import type { FineTuneEpoch, FineTuneFoldJob, FineTuneFoldResult } from '../jobs/fine-tune-fold.ts';
import type { FineTuneSettings } from '../profiles.ts';
import type { StageContext } from './stage.ts';
import { storeImages } from './store-images.ts';

export interface TuneFoldsOptions {
  /** Names the work in the journal. */
  readonly name: string;
  readonly base: FoundBase;
  readonly images: ImageSet;
  readonly folds: readonly Fold[];
  readonly tuning: FineTuneSettings;
}

/**
 * Fine-tunes a network in every fold, each in a worker and each once, whatever happens in between.
 *
 * What it stops by is cut from the fold's training part, the classes in proportion, by the fold's own seed.
 * @returns the accuracy on each fold's test part, in the order of the folds.
 */
export async function tuneFolds(options: TuneFoldsOptions, context: StageContext): Promise<readonly number[]> {
  const { name, base, images, folds, tuning } = options;
  const { journal, pool, signal, work, backend, source } = context;
  const { labels, groups } = images;
  const shared = { images: await storeImages(images, work), work, backend, base: choiceOf(base), tuning };
  const report = epochProgress(options, context);
  const task = {
    truth: labels,
    metrics: { accuracy },
    // As the folds are: the sets of drawings stay together.
    validation: { fraction: tuning.validation, labels, ...(source.kind === 'toy' && { groups }) },
    // A network stays in its worker: one job both fits and, once that is done, predicts.
    fit: ({ train, validation, index, seed }: Learning) => ({
      predict: async (test: Uint32Array, { signal: aborted }: { signal: AbortSignal }) => {
        const input: FineTuneFoldJob = { ...shared, train, validation, test, seed };
        const { probabilities } = await journal.remember(`${name}/fold-${index}`, () =>
          pool.submit<FineTuneFoldJob, FineTuneFoldResult>(
            { name: 'fine-tune-fold', input },
            { signal: aborted, onProgress: (epoch) => report.epoch(index, epoch as FineTuneEpoch) },
          ),
        );
        report.end(index);
        return probabilities;
      },
    }),
  };
  const results = await crossValidate(folds, task, { concurrency: pool.workers, signal }).results();
  return results.map(({ result }) => result.scores.accuracy);
}

interface Learning {
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
  readonly index: number;
  readonly seed: number;
}

function choiceOf({ name, alpha }: FoundBase): FineTuneFoldJob['base'] {
  return { name, ...(alpha !== undefined && { alpha }) };
}

/** Counts the epochs of head and network together, which take the time, over all folds; few folds need all of them. */
function epochProgress({ base, images, folds, tuning }: TuneFoldsOptions, { progress }: StageContext) {
  const done = new Array<number>(folds.length).fill(0);
  const tick = progress.task(`${base.label} at ${images.width}, fine-tuned`, folds.length * tuning.epochs);
  const set = (fold: number, epochs: number, note: string) => {
    done[fold] = epochs;
    tick(
      done.reduce((a, b) => a + b, 0),
      `fold ${fold + 1} of ${folds.length}, ${note}`,
    );
  };
  return {
    epoch: (fold: number, { stage, epoch, valLoss = 0 }: FineTuneEpoch) =>
      set(
        fold,
        stage === 'head' ? 0 : epoch + 1,
        `${stage === 'head' ? 'head, ' : ''}epoch ${epoch + 1}, validation loss ${valLoss.toFixed(3)}`,
      ),
    end: (fold: number) => set(fold, tuning.epochs, 'done'),
  };
}
