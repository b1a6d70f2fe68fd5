import { ArgumentError } from '@animals/core';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { checkSome, checkUnique } from './check-numbers.ts';
import { inkOn } from './ink-on.ts';
import { type Canvas, makeChart } from './make-chart.ts';
import { matrixFrame } from './matrix-frame.ts';
import { measureText } from './measure-text.ts';
import { mixColour } from './mix-colour.ts';
import { formatValue } from './value-format.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';

export interface ConfusionMatrixOptions extends Omit<FigureOptions, 'title'> {
  readonly labels: readonly string[];
  /** `counts[i][j]`: how many of class i were taken for class j. */
  readonly counts: readonly (readonly number[])[];
  readonly title?: string;
}

interface Cell {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
  /** Of the row: the part of the actual class, 0 to 1. */
  readonly share: number;
}

function checkCounts(labels: readonly string[], counts: readonly (readonly number[])[]): void {
  const square = counts.length === labels.length && counts.every((row) => row.length === labels.length);
  if (!square)
    throw new ArgumentError('counts', `counts must have ${labels.length} rows of ${labels.length}, one a label`);
  const wrong = counts.flat().find((count) => !Number.isInteger(count) || count < 0);
  if (wrong !== undefined) throw new ArgumentError('counts', `counts must be whole and not negative, got ${wrong}`);
}

function cellsOf(counts: readonly (readonly number[])[]): Cell[] {
  return counts.flatMap((row, actual) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, predicted) => ({ actual, predicted, count, share: total === 0 ? 0 : count / total }));
  });
}

function matrixSpec(labels: readonly string[], cells: readonly Cell[], { theme, narrow, width }: Canvas): VegaLiteSpec {
  const step = Math.max(44, Math.min(narrow ? 92 : 120, Math.floor((width * (narrow ? 0.68 : 0.78)) / labels.length)));
  const room = Math.min(140, Math.ceil(Math.max(...labels.map((label) => measureText(label)))));
  const {
    x,
    y,
    labels: names,
    above,
  } = matrixFrame(labels, labels, {
    rowField: 'actual',
    columnField: 'predicted',
    cellWidth: step,
    rowRoom: narrow ? 70 : room,
    color: theme.ink,
  });
  const rows = cells.map((cell) => {
    const fill = mixColour(theme.tint, theme.palette[0] as string, cell.share);
    const ink = inkOn(fill, theme);
    return { ...cell, percent: formatValue(cell.share, { format: 'percent', digits: 2 }), fill, ink };
  });
  const raw = (field: string) => ({ field, type: 'nominal', scale: null });
  const text = { type: 'text', baseline: 'middle' };
  const small = { type: 'text', fontSize: 11, baseline: 'bottom', color: theme.muted };
  const once = { values: [{}] };
  return {
    width: step * labels.length,
    height: step * labels.length,
    data: { values: rows },
    layer: [
      { mark: { type: 'rect', cornerRadius: 2 }, encoding: { x, y, fill: raw('fill') } },
      {
        mark: { ...text, fontSize: 18, fontWeight: 'bold', dy: -7 },
        encoding: { x, y, text: { field: 'count' }, color: raw('ink') },
      },
      {
        mark: { ...text, fontSize: 11, dy: 12 },
        encoding: { x, y, text: { field: 'percent' }, color: raw('ink') },
      },
      ...names,
      {
        data: once,
        mark: { ...small, align: 'left' },
        encoding: { x: { value: 0 }, y: { value: -16 - above }, text: { value: 'taken for →' } },
      },
      {
        data: once,
        mark: { ...small, align: 'right' },
        encoding: { x: { value: -8 }, y: { value: -8 }, text: { value: 'truly ↓' } },
      },
    ],
  };
}

/**
 * Draws which classes are taken for which: counts in print, shares of each actual class in colour.
 *
 * @throws ArgumentError unless counts is square, one row and column a label, of whole numbers from 0.
 */
export async function confusionMatrix(options: ConfusionMatrixOptions): Promise<Figure> {
  const { labels, counts, title = 'Confusion matrix', alt, ...figure } = options;
  checkSome('labels', labels);
  checkUnique('labels', labels);
  checkCounts(labels, counts);
  const cells = cellsOf(counts);
  const said = cells.map(
    ({ actual, predicted, count }) => `${labels[actual]} taken for ${labels[predicted]}: ${count}`,
  );
  const build = (canvas: Canvas) => matrixSpec(labels, cells, canvas);
  return makeChart(build, { ...figure, title, alt: alt ?? `Confusion matrix. ${said.join('; ')}.` });
}
