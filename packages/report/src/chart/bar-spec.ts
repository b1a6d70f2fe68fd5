import { labelLayers } from './label-layers.ts';
import { legend } from './legend.ts';
import type { Reference } from './line-panel.ts';
import type { Canvas } from './make-chart.ts';
import { measureText } from './measure-text.ts';
import { axisFormat, type ValueFormat } from './value-format.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';
import { wrapText } from './wrap-text.ts';

/** A bar as data of its chart. */
export interface BarRow {
  readonly row: number;
  readonly label: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly group: string;
  /** The printed value, and where it is printed. */
  readonly text: string;
  readonly end: number;
}

export interface BarStyle {
  readonly xTitle: string;
  readonly xDomain?: readonly [number, number];
  readonly format: ValueFormat;
  readonly references: readonly Reference[];
}

const widest = (texts: readonly string[], size: number) =>
  Math.max(...texts.map((text) => measureText(text, { size })));

/** Labels stand left of the bars, or above them where there is no room. */
function labelLayout(rows: readonly BarRow[], { narrow, width }: Canvas) {
  const values =
    Math.ceil(
      widest(
        rows.map(({ text }) => text),
        12,
      ),
    ) + 14;
  const most = narrow ? width - 8 : 230;
  const lines = rows.map(({ label }) => wrapText(label, { size: 12, width: most, maxLines: narrow ? 1 : 2 }));
  const labels = narrow ? 0 : Math.ceil(widest(lines.flat(), 12)) + 10;
  const tall = lines.some(({ length }) => length > 1);
  return { lines, plot: Math.round(width - labels - values), step: narrow ? 46 : tall ? 38 : 30 };
}

function referenceLayers(references: readonly Reference[], { muted }: Canvas['theme']): object[] {
  if (references.length === 0) return [];
  const data = { values: references.map(({ value, label }) => ({ x: value, label })) };
  const x = { field: 'x', type: 'quantitative' };
  const text = { type: 'text', baseline: 'bottom', fontSize: 11, color: muted };
  return [
    { data, mark: { type: 'rule', strokeDash: [2, 3], color: muted }, encoding: { x } },
    { data, mark: text, encoding: { x, y: { value: -4 }, text: { field: 'label' } } },
  ];
}

/** The Vega-Lite view of a bar chart. */
export function barSpec(rows: readonly BarRow[], style: BarStyle, canvas: Canvas): VegaLiteSpec {
  const { theme, narrow } = canvas;
  const { lines, plot, step } = labelLayout(rows, canvas);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const yOffset = narrow ? 9 : 0;
  const y = { field: 'row', type: 'ordinal', scale: { domain: rows.map(({ row }) => row), padding: 0 }, axis: null };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    title: style.xTitle || null,
    scale: style.xDomain ? { domain: style.xDomain, nice: false } : { zero: true, nice: true },
    axis: {
      grid: true,
      domain: false,
      ticks: false,
      labelFlush: false,
      format: axisFormat(style.format),
      tickCount: Math.floor(plot / 90),
    },
  });
  const range = groups.map((_, i) => theme.palette[i % theme.palette.length]);
  const key = legend(groups, canvas.width, { symbolType: 'square', offset: style.references.length > 0 ? 24 : 10 });
  const color = { field: 'group', type: 'nominal', scale: { domain: groups, range }, legend: key };
  const labels = labelLayers(
    rows.map(({ row }) => ({ row, lines: lines[row] ?? [] })),
    {
      mark: { align: narrow ? 'left' : 'right', baseline: 'middle', color: theme.ink },
      encoding: { y, x: { value: narrow ? 0 : -10 } },
      anchor: 'middle',
      dy: narrow ? -11 : 0,
    },
  );
  const number = { type: 'text', fontSize: 12, fontWeight: 'bold' };
  const withError = rows.filter(({ low }) => low !== undefined);
  return {
    width: plot,
    height: step * rows.length,
    data: { values: rows },
    layer: [
      { mark: { type: 'bar', height: 16, yOffset }, encoding: { y, x: x('value'), color } },
      ...(withError.length > 0 ? errorLayers(withError, { x: x('low'), y, yOffset, color: theme.ink }) : []),
      ...referenceLayers(style.references, theme),
      {
        mark: { ...number, align: 'left', baseline: 'middle', dx: 7, yOffset, color: theme.ink },
        encoding: { y, x: x('end'), text: { field: 'text' } },
      },
      ...labels,
    ],
  };
}

interface ErrorStyle {
  readonly x: object;
  readonly y: object;
  readonly yOffset: number;
  readonly color: string;
}

/** A thin line from low to high, with a short one across each end. */
function errorLayers(rows: readonly BarRow[], { x, y, yOffset, color }: ErrorStyle): object[] {
  const data = { values: rows };
  const cap = { type: 'tick', orient: 'vertical', thickness: 1.5, size: 8, color, yOffset };
  return [
    { data, mark: { type: 'rule', strokeWidth: 1.5, color, yOffset }, encoding: { y, x, x2: { field: 'high' } } },
    { data, mark: cap, encoding: { y, x } },
    { data, mark: cap, encoding: { y, x: { ...x, field: 'high' } } },
  ];
}
