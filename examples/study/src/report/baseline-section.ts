import {
  type Block,
  confusionMatrix,
  type Figure,
  learningCurves,
  reliabilityDiagram,
  rocChart,
  type Section,
} from '@animals/report';
import type { BaselineResult, StudyResults } from '../results.ts';
import { chanceOf } from './chance-of.ts';

/** The cross-validated baseline: curves, folds, confusion, and how far its probabilities can be believed. */
export async function baselineSection(result: BaselineResult, results: StudyResults): Promise<Section> {
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
      { type: 'figures', figures: await trustFigures(result, animal) },
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

/** How well the probabilities rank the pictures, and how far they can be believed. */
async function trustFigures({ outOfFold, folds }: BaselineResult, animal: string): Promise<Figure[]> {
  const curves = folds.map(({ index }) => {
    const own = outOfFold.filter(({ fold }) => fold === index);
    return {
      name: 'held out',
      scores: own.map(({ probability }) => probability),
      labels: own.map(({ label }) => label),
    };
  });
  const bothClasses = curves.filter(({ labels }) => new Set(labels).size === 2);
  const reliability = await reliabilityDiagram({
    name: 'baseline-reliability',
    title: `When it says "${animal}", is it right?`,
    probabilities: outOfFold.map(({ probability }) => probability),
    outcomes: outOfFold.map(({ label }) => label),
  });
  if (bothClasses.length === 0) return [reliability];
  return [
    await rocChart({ name: 'baseline-roc', title: 'Hits against false alarms', curves: bothClasses }),
    reliability,
  ];
}
