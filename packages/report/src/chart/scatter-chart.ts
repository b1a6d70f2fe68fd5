import type { Figure, FigureOptions } from '../figure/figure.ts';
import { checkDrawable, checkRising, checkSome } from './check-numbers.ts';
import { legend } from './legend.ts';
import { type Canvas, makeChart } from './make-chart.ts';
import { groupsOf, scatterLook, scatterMark } from './scatter-look.ts';
import { squareDomains } from './square-domains.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Points of one group share colour and shape. */
  readonly group?: string;
}

export interface ScatterChartOptions extends FigureOptions {
  readonly points: readonly ScatterPoint[];
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** `none` for a map, such as of t-SNE, whose axes mean nothing: both scales are the same then. Default: `numbers`. */
  readonly axes?: 'numbers' | 'none';
  /** Ends of the axes, for instance the same for every frame of an animation. Default: what the points span. */
  readonly xDomain?: readonly [number, number];
  readonly yDomain?: readonly [number, number];
}

function scatterSpec(options: ScatterChartOptions, { theme, narrow, width }: Canvas): VegaLiteSpec {
  const { points, xTitle, yTitle, axes = 'numbers', xDomain, yDomain } = options;
  const rows = points.map(({ x, y, group = '' }) => ({ x, y, group }));
  const groups = groupsOf(points);
  const map = axes === 'none' ? squareDomains(points) : null;
  const domains = { x: xDomain ?? map?.x, y: yDomain ?? map?.y };
  const axis = (field: 'x' | 'y', title: string | undefined) => ({
    field,
    type: 'quantitative',
    title: title || null,
    scale: domains[field] ? { domain: domains[field], nice: false } : { zero: false, nice: true },
    axis: map ? { labels: false, ticks: false, grid: false, domain: false } : { tickCount: 5, labelFlush: false },
  });
  const side = narrow ? width - 52 : 460;
  return {
    width: side,
    height: map ? side : Math.round(side * 0.75),
    ...(map && { view: { stroke: theme.grid } }),
    data: { values: rows },
    mark: { ...scatterMark(rows.length, side, theme), clip: xDomain !== undefined || yDomain !== undefined },
    encoding: {
      x: axis('x', xTitle),
      y: axis('y', yTitle),
      ...scatterLook(groups, theme, legend(groups, width, { symbolSize: 90, symbolOpacity: 1 })),
    },
  };
}

/**
 * Draws points, for instance a map of pictures by t-SNE; groups differ in colour and in shape.
 *
 * @throws ArgumentError if there is no point, a coordinate is not finite, or a domain does not rise.
 */
export async function scatterChart(options: ScatterChartOptions): Promise<Figure> {
  const { points, title, name, caption, xDomain, yDomain } = options;
  checkSome('points', points);
  for (const { x, y } of points) {
    checkDrawable('x', x);
    checkDrawable('y', y);
  }
  if (xDomain) checkRising('xDomain', xDomain);
  if (yDomain) checkRising('yDomain', yDomain);
  const counts = new Map<string, number>();
  for (const { group = 'points' } of points) counts.set(group, (counts.get(group) ?? 0) + 1);
  const alt = options.alt ?? `Scatter chart. ${[...counts].map(([group, count]) => `${group}: ${count}`).join('; ')}.`;
  const given = { ...(name !== undefined && { name }), ...(caption !== undefined && { caption }) };
  return makeChart((canvas) => scatterSpec(options, canvas), { title, alt, ...given });
}
