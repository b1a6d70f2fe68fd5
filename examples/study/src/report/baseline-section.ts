import type { ImageSet } from '@animals/core';
import { type Block, confusionMatrix, imageGrid, learningCurves, type Section } from '@animals/report';
import type { BaselineResult, Prediction, StudyResults } from '../results.ts';
import { chanceOf } from './chance-of.ts';
import { pictureAt } from './picture-at.ts';
import { article } from './words.ts';

/** Misclassified pictures shown at most. */
const SHOWN = 16;

/** The cross-validated baseline: curves, folds, confusion, and the pictures it was most wrong about. */
export async function baselineSection(
  result: BaselineResult,
  results: StudyResults,
  images: ImageSet,
): Promise<Section> {
  const { animal, settings } = results;
  const { folds, confusion } = result;
  const curves = await learningCurves(
    folds.map(({ history }) => history),
    {
      name: 'baseline-curves',
      title: 'Learning, epoch by epoch',
      names: { train: 'training', validation: 'held out' },
      caption:
        'One thin line a fold, the mean in bold. Held-out curves above the training loss that keep rising mean overfitting.',
      chance: chanceOf(results),
    },
  );
  const labels = ['another animal', animal];
  const matrix = await confusionMatrix({
    name: 'baseline-confusion',
    title: 'Every picture, judged by the model that never saw it',
    labels,
    counts: confusion,
  });
  return {
    title: 'The baseline',
    lead: leadOf(result),
    blocks: [
      { type: 'figure', figure: curves },
      foldTable(result),
      { type: 'figure', figure: matrix },
      ...wrongPictures(result.outOfFold, animal, images),
      {
        type: 'settings',
        title: 'Settings',
        settings: {
          ...(settings.baseline as Record<string, number>),
          splitter: result.splitter,
          folds: folds.length,
          parameters: result.parameters,
        },
      },
    ],
  };
}

function leadOf({ accuracy, folds, parameters }: BaselineResult): string {
  const percent = (fraction: number) => `${(100 * fraction).toFixed(1)}%`;
  return `One convolution, one hidden layer, ${parameters.toLocaleString('en')} parameters: right ${percent(accuracy.mean)} of the time (sd ${percent(accuracy.sd)} over ${folds.length} folds). The score is that of the last epoch; nothing was chosen on held-out pictures.`;
}

function foldTable({ folds, accuracy, rocAuc }: BaselineResult): Block {
  const number = { format: 'number', digits: 3 } as const;
  const rows = folds.map((fold) => ({
    fold: `${fold.index + 1}`,
    accuracy: fold.accuracy,
    rocAuc: fold.rocAuc,
    logLoss: fold.logLoss,
  }));
  return {
    type: 'table',
    title: 'Fold by fold',
    columns: [
      { key: 'fold', label: 'Fold' },
      { key: 'accuracy', label: 'Accuracy', format: 'percent' },
      { key: 'rocAuc', label: 'ROC AUC', ...number },
      { key: 'logLoss', label: 'Log loss', ...number },
    ],
    rows: [...rows, { fold: 'mean', accuracy: accuracy.mean, rocAuc: rocAuc.mean, logLoss: null }],
  };
}

function wrongPictures(predictions: readonly Prediction[], animal: string, images: ImageSet): Block[] {
  const wrong = predictions
    .map((prediction, index) => ({ ...prediction, index, error: Math.abs(prediction.label - prediction.probability) }))
    .filter(({ error, label, probability }) => error >= 0.5 && probability >= 0.5 !== (label === 1))
    .sort((a, b) => b.error - a.error || a.index - b.index)
    .slice(0, SHOWN);
  if (wrong.length === 0) return [];
  const figure = imageGrid({
    name: 'baseline-wrong',
    title: 'Where it was most wrong',
    caption: `Percentages: how sure the model was of ${article(animal)}. The first of them are worth a look: some are mislabelled, some are hard, some show what the network really learned.`,
    columns: 8,
    images: wrong.map(({ index, label, probability }) =>
      pictureAt(images, index, `${label === 1 ? animal : 'other'}, ${Math.round(100 * probability)}%`),
    ),
  });
  return [{ type: 'figure', figure }];
}
