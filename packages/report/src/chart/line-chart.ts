import { ArgumentError } from '@animals/core';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { checkSome } from './check-numbers.ts';
import { type Panel, type PanelAxes, panelSpec, toPanel } from './line-panel.ts';
import { type Line, type LineSeries, toLine } from './line-series.ts';
import { type BuildSpec, makeChart } from './make-chart.ts';
import { formatValue } from './value-format.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';

export interface LineChartOptions extends FigureOptions, PanelAxes {
  readonly series: readonly LineSeries[];
  readonly xTitle?: string;
  readonly xScale?: 'linear' | 'log';
  /** Axes of single panels, by name, over those of the chart. */
  readonly panels?: Readonly<Record<string, PanelAxes>>;
}

const unique = (texts: readonly string[]) => [...new Set(texts)];

/** Up to three side by side, more in pairs. */
const panelsInRow = (count: number) => (count <= 3 ? count : 2);

/** "training 0.42 to 0.91" for the first and last known value of each line or mean. */
function describe(panels: readonly Panel[]): string {
  const parts = panels.flatMap(({ name, bold, axes: { yFormat: format = 'number' } }) =>
    [...bold].map(([group, points]) => {
      const known = points.flatMap(({ y }) => (y === null ? [] : [formatValue(y, { format })]));
      const range = known.length === 0 ? 'no values' : `${known[0]} to ${known.at(-1)}`;
      return `${name ? `${name}, ` : ''}${group}: ${range}`;
    }),
  );
  return `Line chart. ${parts.join('; ')}.`;
}

function checkPositive(lines: readonly Line[]): void {
  const wrong = lines.flatMap(({ points }) => points).find(({ x }) => x <= 0);
  if (!wrong) return;
  throw new ArgumentError('xScale', `xScale must be linear where an x is not above 0, got log and ${wrong.x}`);
}

/**
 * Draws lines, for instance learning curves: one line a series, groups in one colour with their mean in bold, panels
 * side by side on a wide page and one below the other on a phone.
 *
 * @throws ArgumentError if there is no series, one has both or neither of values and points, an x is not finite (or not above
 *   zero, on a log scale), a domain does not rise, or a number is beyond ±1e100.
 */
export async function lineChart(options: LineChartOptions): Promise<Figure> {
  const { series, xTitle = '', xScale = 'linear', panels: own = {}, title, name, alt, caption, ...axes } = options;
  checkSome('series', series);
  const lines = series.map(toLine);
  if (xScale === 'log') checkPositive(lines);
  const groups = unique(lines.map(({ group }) => group));
  const panels = unique(lines.map(({ panel }) => panel)).map((panel) =>
    toPanel(panel, lines, { ...axes, ...(Object.hasOwn(own, panel) ? own[panel] : {}) }),
  );
  const build: BuildSpec = (canvas) => {
    const columns = canvas.narrow ? 1 : panelsInRow(panels.length);
    const views = panels.map((panel) => panelSpec(panel, { canvas, columns, groups, xTitle, xScale }));
    if (views.length === 1) return views[0] as VegaLiteSpec;
    return { concat: views, columns, spacing: 28, resolve: { scale: { color: 'shared' } } };
  };
  const thin = panels.some((panel) => panel.thin.length > 0);
  const reading = caption ?? (thin ? 'Thin lines are single runs, the bold line is their mean.' : undefined);
  const text = { alt: alt ?? describe(panels), ...(reading !== undefined && { caption: reading }) };
  return makeChart(build, { title, ...text, ...(name !== undefined && { name }) });
}
