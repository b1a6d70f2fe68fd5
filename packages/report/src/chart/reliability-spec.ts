import { type Reliability, type ReliabilityBin, wilsonInterval } from '@animals/core';
import type { Canvas } from './make-chart.ts';
import { formatValue } from './value-format.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';

/** A bin that holds something, as data of its chart. */
interface Row {
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  readonly count: number;
  readonly predicted: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
  /** Of the bar: where observed and predicted agree. */
  readonly common: number;
}

function rowOf({ from, to, count, confidence: predicted, frequency: observed }: ReliabilityBin): Row[] {
  if (predicted === null || observed === null) return [];
  const [low, high] = wilsonInterval(Math.round(observed * count), count);
  return [
    { from, to, middle: (from + to) / 2, count, predicted, observed, low, high, common: Math.min(predicted, observed) },
  ];
}

const share = (field: string, axis: object | null, title: string | null = null) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain: [0, 1], nice: false },
  axis,
});

const ticks = { tickCount: 5, format: '~%', labelFlush: false };

/** Bars of the observed shares, the gaps to the predicted ones, and points with intervals on the diagonal's plane. */
function shareView(rows: readonly Row[], { ece }: Reliability, { theme }: Canvas, side: number): object {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const [cold, warm] = theme.palette as [string, string];
  const x = share('from', { ...ticks, labels: false, ticks: false });
  const across = { x, x2: { field: 'to' } };
  const bar = { type: 'bar', opacity: 0.32, stroke: theme.paper, strokeWidth: 1 };
  const y = (field: string) => share(field, { ...ticks, grid: true });
  const corner = { type: 'text', align: 'left', baseline: 'top', fontSize: 12, color: theme.ink };
  const text = (dy: number, value: string, style: object) => ({
    data: { values: [{}] },
    mark: { ...corner, ...style },
    encoding: { x: { value: 10 }, y: { value: 8 + dy }, text: { value } },
  });
  return {
    width: side,
    height: side,
    title: { text: 'share observed' },
    data: { values: rows },
    layer: [
      {
        mark: { ...bar, color: cold },
        encoding: { ...across, y: y('common'), y2: { datum: 0 } },
      },
      {
        mark: { ...bar, color: warm },
        encoding: { ...across, y: y('observed'), y2: { field: 'predicted' } },
      },
      {
        data: { values: [0, 1].map((at) => ({ from: at, observed: at })) },
        mark: { type: 'line', strokeDash: [2, 3], color: theme.muted, strokeWidth: 1 },
        encoding: { x, y: y('observed') },
      },
      {
        mark: { type: 'rule', color: cold, strokeWidth: 1.5 },
        encoding: { x: { ...x, field: 'predicted' }, y: y('low'), y2: { field: 'high' } },
      },
      {
        mark: { type: 'point', filled: true, size: 44, opacity: 1, color: cold, stroke: theme.paper, strokeWidth: 1 },
        encoding: { x: { ...x, field: 'predicted' }, y: y('observed') },
      },
      text(0, `ECE ${formatValue(ece)}`, { fontWeight: 'bold' }),
      text(18, `${total} predictions`, { color: theme.muted }),
      text(36, '■ gap to what was predicted', { color: warm, fontSize: 11 }),
    ],
  };
}

/** How many predictions each bin holds. */
function countView(rows: readonly Row[], { theme }: Canvas, side: number): object {
  const most = Math.max(...rows.map(({ count }) => count));
  const y = {
    field: 'count',
    type: 'quantitative',
    title: null,
    scale: { domain: [0, most * 1.25], nice: false },
    axis: null,
  };
  const x = { ...share('from', ticks, 'probability predicted'), scale: { domain: [0, 1], nice: false } };
  // Numbers stand on the bars where there is room for them.
  const numbers = side / rows.length > 9 + 6 * String(most).length;
  return {
    width: side,
    height: 64,
    data: { values: rows },
    layer: [
      {
        mark: { type: 'bar', color: theme.muted, opacity: 0.45, stroke: theme.paper, strokeWidth: 1 },
        encoding: { x, x2: { field: 'to' }, y, y2: { datum: 0 } },
      },
      ...(numbers
        ? [
            {
              mark: { type: 'text', baseline: 'bottom', dy: -2, fontSize: 10, color: theme.muted },
              encoding: { x: { ...x, field: 'middle' }, y, text: { field: 'count' } },
            },
          ]
        : []),
    ],
  };
}

/** The Vega-Lite view of a reliability diagram. */
export function reliabilitySpec(result: Reliability, canvas: Canvas): VegaLiteSpec {
  const side = Math.min(400, canvas.width - 56);
  const rows = result.bins.flatMap(rowOf);
  return { vconcat: [shareView(rows, result, canvas, side), countView(rows, canvas, side)], spacing: 12 };
}
