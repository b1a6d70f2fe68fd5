import { ArgumentError, type Fold, type ImageSet, mean, populationSd, tInterval } from '@animals/core';
import { assertNoLeak, crossValidate, kFold, stratifiedGroupKFold } from '@animals/cv';
import { openBlobs } from '@animals/run';
import { confusionMatrix } from '@animals/train';
import type { TrainFoldJob, TrainFoldResult } from '../jobs/train-fold.ts';
import type { BaselineResult, FoldOutcome, Prediction, Summary } from '../results.ts';
import type { StoredImages } from '../stored-images.ts';
import type { Stage, StageContext } from './stage.ts';

/**
 * The study's baseline under cross-validation: every fold in a worker, the score that of the last epoch.
 *
 * The held-out part is evaluated each epoch for the curves only; nothing is chosen on it.
 */
export const baseline: Stage<'baseline'> = async (context) => {
  const images = await context.images();
  const { splitter, folds } = splitFolds(images, context);
  const stored = await storeImages(images, context.work);
  const report = foldProgress(folds.length, context);
  const train = async (fold: Fold, { signal }: { signal: AbortSignal }) =>
    context.journal.remember(`baseline/fold-${fold.index}`, () =>
      context.pool.submit<TrainFoldJob, TrainFoldResult>(
        { name: 'train-fold', input: foldJob(fold, stored, context) },
        { signal, onProgress: (epoch) => report(fold.index, epoch as { epoch: number; valAccuracy: number }) },
      ),
    );
  const outcomes: { fold: Fold; result: TrainFoldResult }[] = [];
  for await (const outcome of crossValidate(folds, train, {
    concurrency: context.pool.workers,
    signal: context.signal,
  })) {
    report(outcome.fold.index, { epoch: context.settings.baseline.epochs - 1, valAccuracy: outcome.result.accuracy });
    outcomes.push(outcome);
  }
  outcomes.sort((a, b) => a.fold.index - b.fold.index);
  return summarise(outcomes, images, splitter);
};

/** Photographs are split as the original split them; drawings by their set, so that no set is on both sides. */
function splitFolds(images: ImageSet, { settings, source }: StageContext): { splitter: string; folds: Fold[] } {
  const { folds: k, seed } = settings;
  if (source.kind === 'real')
    return { splitter: 'kFold, shuffled', folds: [...kFold(images.count, { k, shuffle: true, seed })] };
  const sets = new Set(images.groups).size;
  if (k > sets)
    throw new ArgumentError('--folds', `--folds must be at most the ${sets} drawing sets of the toy data, got ${k}`);
  const folds = [...stratifiedGroupKFold(images.labels, images.groups, { k, shuffle: true, seed })];
  for (const fold of folds) assertNoLeak(fold, { groups: images.groups });
  return { splitter: 'stratifiedGroupKFold by drawing set, shuffled', folds };
}

async function storeImages({ pixels, ...rest }: ImageSet, work: string): Promise<StoredImages> {
  return { ...rest, hash: await (await openBlobs(work)).put(pixels) };
}

function foldJob(fold: Fold, images: StoredImages, { settings, work, backend }: StageContext): TrainFoldJob {
  const { train, test, seed, index } = fold;
  return { images, work, backend, train, test, seed, name: `baseline-fold-${index}`, ...settings.baseline };
}

/** Counts epochs over all folds: a resumed fold starts where it was. */
function foldProgress(folds: number, { progress, settings }: StageContext) {
  const { epochs } = settings.baseline;
  const done = new Array<number>(folds).fill(0);
  const tick = progress.task('baseline', folds * epochs);
  return (fold: number, { epoch, valAccuracy }: { epoch: number; valAccuracy: number }) => {
    done[fold] = epoch + 1;
    tick(
      done.reduce((a, b) => a + b, 0),
      `fold ${fold + 1} of ${folds}, epoch ${epoch + 1} of ${epochs}, held-out accuracy ${valAccuracy.toFixed(3)}`,
    );
  };
}

function summarise(
  outcomes: readonly { fold: Fold; result: TrainFoldResult }[],
  images: ImageSet,
  splitter: string,
): BaselineResult {
  const folds = outcomes.map(
    ({ fold, result: { probabilities: _, parameters: __, ...scores } }): FoldOutcome => ({
      index: fold.index,
      ...scores,
    }),
  );
  const outOfFold = outcomes
    .flatMap(({ fold, result }) =>
      Array.from(fold.test, (i, j) => ({ i, probability: result.probabilities[j] as number })),
    )
    .sort((a, b) => a.i - b.i)
    .map(
      ({ i, probability }): Prediction => ({
        id: images.ids[i] as string,
        label: images.labels[i] as number,
        probability,
      }),
    );
  return {
    splitter,
    parameters: outcomes[0]?.result.parameters ?? 0,
    folds,
    accuracy: overFolds(folds.map((fold) => fold.accuracy)),
    rocAuc: overFolds(folds.map((fold) => fold.rocAuc)),
    confusion: confusionMatrix(
      outOfFold.map((p) => p.label),
      outOfFold.map((p) => (p.probability >= 0.5 ? 1 : 0)),
      { classes: 2 },
    ),
    outOfFold,
  };
}

function overFolds(values: readonly number[]): Summary {
  return { mean: mean(values), sd: populationSd(values), ci95: tInterval(values) };
}
