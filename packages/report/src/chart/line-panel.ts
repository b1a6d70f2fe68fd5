import { ArgumentError } from '@animals/core';
import { checkDrawable, checkRising } from './check-numbers.ts';
import { legend } from './legend.ts';
import { lineLook } from './line-look.ts';
import { type Line, meanLine, type Point } from './line-series.ts';
import type { Canvas } from './make-chart.ts';
import { axisFormat, type ValueFormat } from './value-format.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';
import { wrapText } from './wrap-text.ts';

/** A labelled line across a chart, at a value worth knowing. */
export interface Reference {
  readonly value: number;
  readonly label: string;
}

/** Axes of one panel. */
export interface PanelAxes {
  readonly yTitle?: string;
  /** Default: what the data spans. */
  readonly yDomain?: readonly [number, number];
  readonly yFormat?: ValueFormat;
  /** `log` leaves out what is not above zero. */
  readonly yScale?: 'linear' | 'log';
  /** Thin labelled lines across, such as the accuracy of guessing. */
  readonly references?: readonly Reference[];
}

/** What is drawn on one pair of axes. */
export interface Panel {
  readonly name: string;
  readonly axes: PanelAxes;
  /** The single lines of groups that have two or more. */
  readonly thin: readonly Line[];
  /** A group's only line, or its mean. */
  readonly bold: ReadonlyMap<string, readonly Point[]>;
}

export interface PanelLayout {
  readonly canvas: Canvas;
  /** Panels in a row. */
  readonly columns: number;
  /** Of all panels, in the order of their colours. */
  readonly groups: readonly string[];
  readonly xTitle: string;
  readonly xScale: 'linear' | 'log';
}

/** A logarithmic axis has no place for what is not above zero; without any value left it is no axis. */
function onScale(lines: readonly Line[], axes: PanelAxes): { lines: readonly Line[]; axes: PanelAxes } {
  if (axes.yScale !== 'log') return { lines, axes };
  const positive = (value: number | null) => value !== null && value > 0;
  const kept = lines.map((line) => ({
    ...line,
    points: line.points.map(({ x, y }) => ({ x, y: positive(y) ? y : null })),
  }));
  const some = kept.some(({ points }) => points.some(({ y }) => y !== null));
  const references = axes.references?.filter(({ value }) => value > 0) ?? [];
  return { lines: kept, axes: { ...axes, yScale: some ? 'log' : 'linear', references } };
}

function checkAxes({ yDomain, yScale, references = [] }: PanelAxes): void {
  for (const { value } of references) checkDrawable('references', value);
  if (!yDomain) return;
  checkRising('yDomain', yDomain);
  if (yScale !== 'log' || yDomain[0] > 0) return;
  throw new ArgumentError('yDomain', `yDomain must be above 0 on a log scale, got [${yDomain.join(', ')}]`);
}

/**
 * Gathers the lines of one panel by group.
 * @throws ArgumentError if its domain does not rise, or is not above zero on a log scale, or a reference is not finite.
 */
export function toPanel(name: string, all: readonly Line[], given: PanelAxes): Panel {
  checkAxes(given);
  const { lines, axes } = onScale(
    all.filter(({ panel }) => panel === name),
    given,
  );
  const byGroup = new Map<string, Line[]>();
  for (const line of lines) byGroup.set(line.group, [...(byGroup.get(line.group) ?? []), line]);
  const thin = [...byGroup.values()].filter((group) => group.length > 1).flat();
  const bold = new Map([...byGroup].map(([group, own]) => [group, own.length > 1 ? meanLine(own) : own[0]!.points]));
  return { name, axes, thin, bold };
}

const isWhole = ({ thin, bold }: Panel) =>
  [...bold.values(), ...thin.map(({ points }) => points)].every((points) =>
    points.every(({ x }) => Number.isInteger(x)),
  );

function lineLayers({ thin, bold, axes }: Panel): object[] {
  const clip = axes.yDomain !== undefined;
  const thinRows = thin.flatMap(({ name, group, points }) =>
    points.map((point) => ({ ...point, group, series: name })),
  );
  const boldRows = [...bold].flatMap(([group, points]) => points.map((point) => ({ ...point, group })));
  const point = boldRows.length <= 10 * bold.size && { point: { size: 36, filled: true, opacity: 1 } };
  return [
    ...(thinRows.length > 0
      ? [
          {
            data: { values: thinRows },
            mark: { type: 'line', strokeWidth: 1, opacity: 0.4, clip },
            encoding: { detail: { field: 'series' } },
          },
        ]
      : []),
    { data: { values: boldRows }, mark: { type: 'line', strokeWidth: 2.5, strokeCap: 'round', clip, ...point } },
  ];
}

function referenceLayers({ references = [], yDomain }: PanelAxes, { muted }: Canvas['theme'], width: number): object[] {
  const inside = references.filter(({ value }) => !yDomain || (value >= yDomain[0] && value <= yDomain[1]));
  if (inside.length === 0) return [];
  const data = { values: inside.map(({ value, label }) => ({ y: value, label })) };
  const bare = { x: null, color: null };
  return [
    { data, mark: { type: 'rule', strokeDash: [2, 3], color: muted }, encoding: bare },
    {
      data,
      mark: { type: 'text', align: 'right', baseline: 'bottom', dy: -3, fontSize: 11, color: muted, limit: width },
      encoding: { ...bare, x: { value: width }, text: { field: 'label' } },
    },
  ];
}

/** The Vega-Lite view of one panel, its y title above it. */
export function panelSpec(panel: Panel, { canvas, columns, groups, xTitle, xScale }: PanelLayout): VegaLiteSpec {
  const { yTitle = panel.name, yDomain, yFormat = 'number', yScale = 'linear' } = panel.axes;
  const width = Math.round((canvas.width - 28 * (columns - 1)) / columns) - 52;
  const line = { symbolType: 'stroke', symbolStrokeWidth: 3, symbolSize: 220, symbolOpacity: 1 };
  const key = legend(groups, canvas.width, line);
  const whole = isWhole(panel) && { tickMinStep: 1, format: 'd' };
  return {
    width,
    height: columns > 1 || canvas.narrow ? 200 : 280,
    ...(yTitle && { title: { text: wrapText(yTitle, { bold: true, width }) } }),
    encoding: {
      x: {
        field: 'x',
        type: 'quantitative',
        title: xTitle || null,
        scale: { type: xScale, zero: false, nice: false },
        axis: { ...whole, tickCount: Math.floor(width / 60), labelFlush: false },
      },
      y: {
        field: 'y',
        type: 'quantitative',
        title: null,
        scale: { type: yScale, zero: false, ...(yDomain ? { domain: yDomain, nice: false } : { nice: true }) },
        axis: { format: axisFormat(yFormat) },
      },
      ...lineLook(groups, canvas.theme, key),
    },
    layer: [...referenceLayers(panel.axes, canvas.theme, width), ...lineLayers(panel)],
  };
}
