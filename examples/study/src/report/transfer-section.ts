import { type Bar, type Block, barChart, type Figure, type Section } from '@animals/report';
import type { StudyResults, TransferResult, TransferRow } from '../results.ts';
import { chanceOf } from './chance-of.ts';

/** Frozen networks with a new head, beside raw pixels and picture size, and what is missing. */
export async function transferSection(result: TransferResult, results: StudyResults): Promise<Section> {
  const { rows, missing } = result;
  const blocks: Block[] = [];
  if (rows.length > 0)
    blocks.push({ type: 'figure', figure: await accuracyFigure(result, chanceOf(results)) }, table(rows));
  if (missing.length > 0) blocks.push(missingTable(result));
  blocks.push({ type: 'settings', title: 'Settings', settings: settingsOf(result) });
  return { title: 'Networks that were trained on other pictures', lead: leadOf(result), blocks };
}

function leadOf({ rows, missing, pixels, size }: TransferResult): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const [best] = [...rows].sort((a, b) => b.accuracy.mean - a.accuracy.mean);
  if (!best)
    return `No weights were found: ${missing.length} networks are listed below with how to get them. Nothing was made up.`;
  const honest = bestOf(rows.filter(({ through }) => through !== null));
  const leak = honest
    ? ` Picture size alone tells the class here (${percent(size)}); with all pictures brought to one size first the best is ${percent(honest.accuracy.mean)}.`
    : '';
  return `${best.base} at ${best.size} pixels, frozen, with a head trained on it: ${percent(best.accuracy.mean)}, where a regression on raw pixels reaches ${percent(pixels.mean)}.${leak} ImageNet holds these very animals: this says what can be had, not what can be learned from so few pictures.`;
}

function bestOf(rows: readonly TransferRow[]): TransferRow | undefined {
  return [...rows].sort((a, b) => b.accuracy.mean - a.accuracy.mean)[0];
}

function accuracyFigure({ rows, pixels, size }: TransferResult, chance: number): Promise<Figure> {
  const clipped = ([low, high]: readonly [number, number]) => ({ low: Math.max(0, low), high: Math.min(1, high) });
  const bars: Bar[] = rows.map(({ base, size: side, through, head, accuracy }) => ({
    label: `${base} at ${side}, ${HEADS[head]}${through === null ? '' : `, through ${through} px`}`,
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
    name: 'transfer',
    title: 'Frozen networks with a new head, beside what needs none',
    caption: 'Error bars: a 95% t interval over folds. The networks have seen ImageNet, which holds these animals.',
    bars,
    xDomain: [0, 1],
    xTitle: 'accuracy',
    format: 'percent',
    references: [{ value: chance, label: 'guessing' }],
  });
}

const HEADS = { logistic: 'linear head', mlp: 'hidden layer' } as const;

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

function missingTable({ missing }: TransferResult): Block {
  return {
    type: 'table',
    title: 'Networks without weights here',
    columns: [
      { key: 'base', label: 'Network' },
      { key: 'how', label: 'How to get them' },
    ],
    rows: missing.map(({ base, how }) => ({ base, how })),
  };
}

function settingsOf({ rows }: TransferResult): Record<string, string> {
  const weights = new Map(rows.map(({ base, weights: hash, checkedBy }) => [base, `${hash}, ${WORDS[checkedBy]}`]));
  return {
    head: 'penalty by an inner 5-fold cross-validation; hidden layer of 100 units, Adam 0.001, batch 32, 30 epochs',
    ...Object.fromEntries(weights),
  };
}

const WORDS = { md5: 'md5 as published', nothing: 'nobody publishes a hash' } as const;
