import { labelLayers } from './label-layers.ts';
import type { Reference } from './line-panel.ts';
import type { Canvas } from './make-chart.ts';
import { measureText } from './measure-text.ts';
import { axisFormat, type ValueFormat } from './value-format.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';
import { wrapText } from './wrap-text.ts';

/** A model's scores as data of their chart. */
export interface FoldRow {
  readonly row: number;
  readonly label: string;
  readonly values: readonly number[];
  readonly mean: number;
  /** The interval of the mean. */
  readonly low: number;
  readonly high: number;
  /** The printed mean. */
  readonly text: string;
}

export interface FoldPlotStyle {
  readonly xTitle: string;
  readonly xDomain?: readonly [number, number];
  readonly format: ValueFormat;
  readonly references: readonly Reference[];
  /** Whether lines join the scores of one fold. */
  readonly joined: boolean;
}

const widest = (texts: readonly string[]) =>
  Math.ceil(Math.max(...texts.map((text) => measureText(text, { size: 12, bold: true }))));

/** The span of all that is drawn, with a little room at the ends. */
function domainOf(rows: readonly FoldRow[], { xDomain, references }: FoldPlotStyle): readonly [number, number] {
  if (xDomain) return xDomain;
  const all = [...rows.flatMap(({ values, mean }) => [...values, mean]), ...references.map(({ value }) => value)];
  const [low, high] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  const room = 0.04 * (high - low) || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
}

/** The Vega-Lite view of scores by fold. */
export function foldPlotSpec(rows: readonly FoldRow[], style: FoldPlotStyle, canvas: Canvas): VegaLiteSpec {
  const { theme, narrow, width } = canvas;
  const most = narrow ? width - 8 : 230;
  const names = rows.map(({ row, label }) => ({
    row,
    lines: wrapText(label, { width: most, maxLines: narrow ? 1 : 2 }),
  }));
  const left = narrow ? 0 : widest(names.flatMap(({ lines }) => lines)) + 14;
  const plot = Math.max(80, Math.round(width - left - widest(rows.map(({ text }) => text)) - 22));
  const step = narrow ? 56 : 46;
  const yOffset = narrow ? 9 : 0;
  const domain = domainOf(rows, style);
  const y = { field: 'row', type: 'ordinal', scale: { domain: rows.map(({ row }) => row), padding: 0 }, axis: null };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    title: style.xTitle || null,
    scale: { domain, nice: false },
    axis: {
      grid: true,
      domain: false,
      ticks: false,
      labelFlush: false,
      format: axisFormat(style.format),
      tickCount: Math.floor(plot / 90),
    },
  });
  const dots = rows.flatMap(({ row, values }) => values.map((value, fold) => ({ row, value, fold })));
  const shown = rows.map((row) => ({ ...row, low: Math.max(domain[0], row.low), high: Math.min(domain[1], row.high) }));
  const [cold] = theme.palette as [string];
  const references = { values: style.references.map(({ value, label }) => ({ value, label })) };
  return {
    width: plot,
    height: step * rows.length,
    data: { values: shown },
    layer: [
      ...(style.references.length > 0
        ? [
            {
              data: references,
              mark: { type: 'rule', strokeDash: [2, 3], color: theme.muted },
              encoding: { x: x('value') },
            },
            {
              data: references,
              mark: { type: 'text', baseline: 'bottom', fontSize: 11, color: theme.muted },
              encoding: { x: x('value'), y: { value: -4 }, text: { field: 'label' } },
            },
          ]
        : []),
      ...(style.joined
        ? [
            {
              data: { values: dots },
              mark: {
                type: 'line',
                orient: 'vertical',
                strokeWidth: 1,
                opacity: 0.35,
                color: theme.muted,
                yOffset,
                clip: true,
              },
              encoding: { y, x: x('value'), detail: { field: 'fold' }, order: { field: 'row', type: 'quantitative' } },
            },
          ]
        : []),
      {
        mark: { type: 'bar', height: 14, cornerRadius: 2, color: cold, opacity: 0.22, yOffset, clip: true },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      {
        data: { values: dots },
        mark: {
          type: 'point',
          filled: true,
          size: 48,
          color: cold,
          opacity: 0.75,
          stroke: theme.paper,
          strokeWidth: 0.75,
          yOffset,
          clip: true,
        },
        encoding: { y, x: x('value') },
      },
      {
        mark: {
          type: 'tick',
          orient: 'vertical',
          thickness: 2.5,
          size: 22,
          opacity: 1,
          color: theme.ink,
          yOffset,
          clip: true,
        },
        encoding: { y, x: x('mean') },
      },
      {
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'middle',
          fontSize: 12,
          fontWeight: 'bold',
          color: theme.ink,
          yOffset,
        },
        encoding: { y, x: { value: plot + 14 }, text: { field: 'text' } },
      },
      ...labelLayers(names, {
        mark: { align: narrow ? 'left' : 'right', baseline: 'middle', color: theme.ink },
        encoding: { y, x: { value: narrow ? 0 : -14 } },
        anchor: 'middle',
        dy: narrow ? -14 : 0,
      }),
    ],
  };
}
