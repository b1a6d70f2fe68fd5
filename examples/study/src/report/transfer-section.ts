import { mean } from '@animals/core';
import { type Bar, type Block, barChart, type Figure, type Section } from '@animals/report';
import type { MissingBase } from '../bases.ts';
import type { FineTuneSettings } from '../profiles.ts';
import type { StudyResults, TransferResult, TransferRow } from '../results.ts';
import { chanceOf } from './chance-of.ts';

/** Networks of ImageNet, frozen and fine-tuned, beside raw pixels and picture size, and what is missing. */
export async function transferSection(result: TransferResult, results: StudyResults): Promise<Section> {
  const { rows, missing, untuned } = result;
  const { fineTune } = results.settings.transfer as { fineTune: FineTuneSettings | null };
  const blocks: Block[] = [];
  for (const size of new Set(rows.map((row) => row.size))) {
    blocks.push({ type: 'figure', figure: await accuracyFigure(result, size, chanceOf(results)) });
  }
  if (rows.length > 0) blocks.push(table(rows));
  if (missing.length > 0) blocks.push(sourcesTable('Networks without weights here', missing));
  if (untuned.length > 0) blocks.push(sourcesTable('Not fine-tuned: the weights here are folded', untuned));
  if (fineTune) blocks.push({ type: 'text', text: explain(fineTune) });
  blocks.push({ type: 'settings', title: 'Settings', settings: settingsOf(result) });
  return { title: 'Networks that were trained on other pictures', lead: leadOf(result), blocks };
}

function leadOf({ rows, missing, pixels, size }: TransferResult): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const [best] = [...rows].sort((a, b) => b.accuracy.mean - a.accuracy.mean);
  if (!best)
    return `No weights were found: below is how to get them for ${missing.length === 1 ? 'the one network' : `each of ${missing.length} networks`}. Nothing was made up.`;
  const honest = bestOf(rows.filter(({ through }) => through !== null));
  const leak = honest
    ? ` Picture size alone tells the class here (${percent(size)}); with all pictures brought to one size first the best is ${percent(honest.accuracy.mean)}.`
    : '';
  const how = best.head === 'fine-tuned' ? 'fine-tuned' : 'frozen, with a head trained on it';
  return `${best.base} at ${best.size} pixels, ${how}: ${percent(best.accuracy.mean)}, where a regression on raw pixels reaches ${percent(pixels.mean)}.${leak}${gainOf(rows)} ImageNet holds these very animals: this says what can be had, not what can be learned from so few pictures.`;
}

/** What fine-tuning is worth, each network beside itself with a linear head. */
function gainOf(rows: readonly TransferRow[]): string {
  const place = ({ base, size, through }: TransferRow) => `${base} ${size} ${through}`;
  const linear = new Map(rows.filter(({ head }) => head === 'logistic').map((row) => [place(row), row.accuracy.mean]));
  const tuned = rows.filter(({ head }) => head === 'fine-tuned');
  if (tuned.length === 0) return '';
  const gain = mean(tuned.map((row) => row.accuracy.mean - (linear.get(place(row)) as number)));
  const points = `${Math.abs(100 * gain).toFixed(1)} points ${gain < 0 ? 'worse' : 'better'}`;
  return ` Fine-tuned, a network is ${points} than frozen with a linear head (mean of ${tuned.length}).`;
}

function bestOf(rows: readonly TransferRow[]): TransferRow | undefined {
  return [...rows].sort((a, b) => b.accuracy.mean - a.accuracy.mean)[0];
}

/** Of the networks at one size of pictures. */
function accuracyFigure({ rows, pixels, size }: TransferResult, side: number, chance: number): Promise<Figure> {
  const clipped = ([low, high]: readonly [number, number]) => ({ low: Math.max(0, low), high: Math.min(1, high) });
  const shown = rows.filter((row) => row.size === side);
  const bars: Bar[] = shown.map(({ base, through, head, accuracy }) => ({
    label: `${base}, ${HEADS[head]}${through === null ? '' : `, from ${through} px`}`,
    value: accuracy.mean,
    ...clipped(accuracy.ci95),
    group: through === null ? 'pictures as they are' : 'all brought to one size first',
  }));
  bars.push({
    label: 'regression on 32 x 32 pixels',
    value: pixels.mean,
    ...clipped(pixels.ci95),
    group: 'no network',
  });
  bars.push({ label: 'picture size alone', value: size, group: 'no network' });
  return barChart({
    name: `transfer-${side}`,
    title: `Networks of ImageNet at ${side} pixels, beside what needs none`,
    caption: 'Error bars: a 95% t interval over folds. The networks have seen ImageNet, which holds these animals.',
    bars,
    xDomain: [0, 1],
    xTitle: 'accuracy',
    format: 'percent',
    references: [{ value: chance, label: 'guessing' }],
  });
}

const HEADS = { logistic: 'linear head', mlp: 'hidden layer', 'fine-tuned': 'fine-tuned' } as const;

function table(rows: readonly TransferRow[]): Block {
  return {
    type: 'table',
    title: 'Row by row',
    columns: [
      { key: 'base', label: 'Network' },
      { key: 'size', label: 'Pixels' },
      { key: 'through', label: 'Brought to first' },
      { key: 'head', label: 'Head' },
      { key: 'mean', label: 'Accuracy', format: 'percent' },
      { key: 'sd', label: 'sd', format: 'percent' },
      { key: 'logMe', label: 'LogME, before training', format: 'number', digits: 3 },
    ],
    rows: rows.map(({ base, size, through, head, accuracy, logMe }) => ({
      ...{ base, size, through: through ?? 'as they are', head: HEADS[head], logMe },
      mean: accuracy.mean,
      sd: accuracy.sd,
    })),
  };
}

function sourcesTable(title: string, bases: readonly MissingBase[]): Block {
  return {
    type: 'table',
    title,
    columns: [
      { key: 'base', label: 'Network' },
      { key: 'how', label: 'How to get them' },
    ],
    rows: bases.map(({ base, how }) => ({ base, how })),
  };
}

function settingsOf({ rows }: TransferResult): Record<string, string> {
  const weights = new Map(rows.map(({ base, weights: hash, checkedBy }) => [base, `${hash}, ${WORDS[checkedBy]}`]));
  return {
    head: 'penalty by an inner 5-fold cross-validation; hidden layer of 100 units, Adam 0.001, batch 32, 30 epochs',
    ...Object.fromEntries(weights),
  };
}

function explain(settings: FineTuneSettings): string {
  const { unfrozen, headEpochs, headLearningRate, epochs, learningRate, patience, batchSize, validation } = settings;
  const share = (fraction: number) => `${Math.round(100 * fraction)}%`;
  return [
    `Fine-tuned: first a dense head learns on the frozen network's features (Adam ${headLearningRate}, at most ${headEpochs} epochs), then the head and the network's last ${unfrozen} convolutions together (Adam ${learningRate}, at most ${epochs} epochs), in batches of ${batchSize}; batch normalisations stay frozen.`,
    `Both learn from ${share(1 - validation)} of a fold's training part. Each ends when the loss on the other ${share(validation)}, drawn with the classes in proportion, has not fallen for ${patience} epochs, and goes back to its best epoch, or to where it began if none was better. The held-out part is looked at once, after that.`,
  ].join(' ');
}

const WORDS = { md5: 'md5 as published', nothing: 'nobody publishes a hash' } as const;
