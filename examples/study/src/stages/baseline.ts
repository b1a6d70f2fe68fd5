import type { ImageSet } from '@animals/core';
import { confusionMatrix } from '@animals/train';
import { overFolds } from '../over-folds.ts';
import type { BaselineResult, FoldOutcome, Prediction } from '../results.ts';
import { keepModel } from './keep-model.ts';
import { splitFolds } from './split-folds.ts';
import type { Stage } from './stage.ts';
import { type TrainedFold, trainFolds } from './train-folds.ts';

/**
 * The study's baseline under cross-validation: every fold in a worker, the score that of the last epoch.
 *
 * One more is trained on every picture and kept. The held-out part is evaluated each epoch for the curves only; nothing is chosen on it.
 */
export const baseline: Stage<'baseline'> = async (context) => {
  const images = await context.images();
  const { splitter, folds } = splitFolds(images, context);
  const training = context.settings.baseline;
  const trained = await trainFolds({ name: 'baseline', images, folds, training }, context);
  const model = await keepModel({ name: 'baseline', images, training }, context);
  return { ...summarise(trained, images, splitter), model };
};

function summarise(
  outcomes: readonly TrainedFold[],
  images: ImageSet,
  splitter: string,
): Omit<BaselineResult, 'model'> {
  const folds = outcomes.map(
    ({ fold, result: { probabilities: _, parameters: __, ...scores } }): FoldOutcome => ({
      index: fold.index,
      ...scores,
    }),
  );
  const outOfFold = outcomes
    .flatMap(({ fold, result }) =>
      Array.from(fold.test, (i, j) => ({ i, fold: fold.index, probability: result.probabilities[j] as number })),
    )
    .sort((a, b) => a.i - b.i)
    .map(
      ({ i, fold, probability }): Prediction => ({
        id: images.ids[i] as string,
        fold,
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
