import { ArgumentError, mean, tInterval } from '@animals/core';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { checkDrawable, checkRising, checkSome } from './check-numbers.ts';
import { type FoldRow, foldPlotSpec } from './fold-plot-spec.ts';
import type { Reference } from './line-panel.ts';
import { makeChart } from './make-chart.ts';
import { formatValue, type ValueFormat } from './value-format.ts';

/** The scores of one model. */
export interface FoldScores {
  readonly label: string;
  /** One a fold; folds are told by their place. */
  readonly values: readonly number[];
}

export interface FoldPlotOptions extends FigureOptions {
  /** From top to bottom. */
  readonly models: readonly FoldScores[];
  /** Joins the scores of one fold by a line, for models that were scored on the same folds. Default: true if all have as many. */
  readonly paired?: boolean;
  readonly xTitle?: string;
  /** Default: what the scores span. */
  readonly xDomain?: readonly [number, number];
  readonly format?: ValueFormat;
  /** Decimals at most of the printed means. */
  readonly digits?: number;
  /** Labelled lines across the models, such as the accuracy of guessing. */
  readonly references?: readonly Reference[];
}

function check({ models, paired, xDomain, references = [] }: FoldPlotOptions): void {
  checkSome('models', models);
  for (const { label, values } of models) {
    if (values.length === 0) throw new ArgumentError('models', `models must have scores, got none for ${label}`);
    for (const value of values) checkDrawable('values', value);
  }
  for (const { value } of references) checkDrawable('references', value);
  if (xDomain) checkRising('xDomain', xDomain);
  if (!paired || models.every(({ values }) => values.length === models[0]?.values.length)) return;
  const got = models.map(({ values }) => values.length).join(', ');
  throw new ArgumentError('paired', `paired must come with as many scores for each model, got ${got}; leave it out`);
}

/**
 * Draws the score of every fold as a dot, one row a model, with the mean and its 95% t interval over folds, and a thin
 * line from model to model for each fold.
 *
 * A difference between models is believable when the lines lean the same way. Folds share training samples: the
 * intervals are too narrow, and say so of nothing but folds.
 * @throws ArgumentError if there is no model, one has no score, a score is not finite, or paired models differ in length.
 */
export async function foldPlot(options: FoldPlotOptions): Promise<Figure> {
  check(options);
  const { models, paired, xTitle = '', xDomain, format = 'number', digits = 3, references = [], ...given } = options;
  const { alt, caption, ...figure } = given;
  const same = models.every(({ values }) => values.length === models[0]?.values.length);
  const number = (value: number) => formatValue(value, { format, digits });
  const rows = models.map(({ label, values }, row): FoldRow => {
    const [low, high] = values.length > 1 ? tInterval(values) : [mean(values), mean(values)];
    return { row, label, values, mean: mean(values), low, high, text: number(mean(values)) };
  });
  const joined = (paired ?? same) && models.length > 1;
  const style = { xTitle, format, references, joined, ...(xDomain && { xDomain }) };
  const said = rows.map(({ label, text, values }) => {
    const [worst, best] = [Math.min(...values), Math.max(...values)];
    return `${label} ${text} (folds ${number(worst)} to ${number(best)})`;
  });
  const lines = joined ? ' Thin lines join the scores of one fold.' : '';
  return makeChart((canvas) => foldPlotSpec(rows, style, canvas), {
    ...figure,
    alt: alt ?? `Scores by fold. ${said.join('; ')}.`,
    caption: caption ?? `Dots are folds, the bar is the 95% t interval of their mean.${lines}`,
  });
}
