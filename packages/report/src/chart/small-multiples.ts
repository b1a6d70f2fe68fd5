import { ArgumentError } from '@animals/core';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { checkDrawable, checkSome } from './check-numbers.ts';
import { type Line, type LineSeries, toLine } from './line-series.ts';
import { makeChart } from './make-chart.ts';
import type { ScatterPoint } from './scatter-chart.ts';
import { type MultiplePanel, smallMultiplesSpec } from './small-multiples-spec.ts';
import { formatValue } from './value-format.ts';

/** One of the small charts: points or lines, with a title above and numbers below. */
export interface SmallChart {
  readonly title: string;
  readonly points?: readonly ScatterPoint[];
  readonly series?: readonly LineSeries[];
  /** Printed below, such as `{ KL: 0.82, trustworthiness: 0.97 }`. */
  readonly notes?: Readonly<Record<string, number | string>>;
}

export interface SmallMultiplesOptions extends FigureOptions {
  readonly charts: readonly SmallChart[];
  /** In a row, on a wide page. Default: 3, or 2 for two or four charts. */
  readonly columns?: number;
  /**
   * `shared`: every chart has the same axes, so that they can be compared. `own`: each its own. `none`: maps without
   * axes, each filling its square, such as embeddings, whose units mean nothing. Default: `none` for points, `shared` for
   * lines.
   */
  readonly scales?: 'shared' | 'own' | 'none';
  readonly xTitle?: string;
}

function panelOf({ title, points, series, notes = {} }: SmallChart): MultiplePanel {
  if ((points === undefined) === (series === undefined)) {
    throw new ArgumentError(
      'charts',
      `charts must have points or series, got ${points ? 'both' : 'neither'} in ${title}`,
    );
  }
  const lines = (series ?? []).map(toLine);
  checkSome(points ? 'points' : 'series', points ?? lines);
  for (const { x, y } of [...(points ?? []), ...lines.flatMap((line) => line.points)]) {
    checkDrawable('x', x);
    if (y !== null) checkDrawable('y', y);
  }
  const said = Object.entries(notes).map(([name, value]) =>
    typeof value === 'number' ? `${name} ${formatValue(value)}` : `${name} ${value}`,
  );
  const shown = points?.map(({ x, y, group = '' }) => ({ x, y, group })) ?? rowsOf(lines);
  return { title, kind: points ? 'points' : 'lines', rows: shown, notes: said };
}

const rowsOf = (lines: readonly Line[]) =>
  lines.flatMap(({ name, group, points }) => points.map(({ x, y }) => ({ x, y, group, series: name })));

/**
 * Draws many small charts in a grid, alike in size, colours and legend: for instance t-SNE at four perplexities, or
 * PCA, t-SNE and UMAP side by side with the quality of each below.
 *
 * @throws ArgumentError if there is no chart, one has both or neither of points and series, kinds are mixed, a number is
 *   not finite, scales are `none` for lines, or columns is not a whole number from 1 to 6.
 */
export async function smallMultiples(options: SmallMultiplesOptions): Promise<Figure> {
  const { charts, columns, scales, xTitle = '', alt, ...figure } = options;
  checkSome('charts', charts);
  if (columns !== undefined && !(Number.isInteger(columns) && columns >= 1 && columns <= 6)) {
    throw new ArgumentError('columns', `columns must be a whole number from 1 to 6, got ${columns}`);
  }
  const panels = charts.map(panelOf);
  const kinds = new Set(panels.map(({ kind }) => kind));
  if (kinds.size > 1)
    throw new ArgumentError('charts', 'charts must be all of points or all of series, got both kinds');
  const lines = kinds.has('lines');
  if (lines && scales === 'none') {
    throw new ArgumentError('scales', 'scales must be shared or own for lines, got none; leave it out');
  }
  const standard = Math.min(charts.length, charts.length === 4 ? 2 : 3);
  const layout = { columns: columns ?? standard, scales: scales ?? (lines ? 'shared' : 'none'), xTitle } as const;
  const said = panels.map(({ title, notes }) => [title, ...notes].join(', '));
  return makeChart((canvas) => smallMultiplesSpec(panels, layout, canvas), {
    ...figure,
    alt: alt ?? `${charts.length} small charts. ${said.join('; ')}.`,
  });
}
