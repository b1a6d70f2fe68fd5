import type { ColourScale } from './colour-scale.ts';
import { inkOn } from './ink-on.ts';
import type { Canvas } from './make-chart.ts';
import { matrixFrame } from './matrix-frame.ts';
import { measureText } from './measure-text.ts';
import { formatValue, type ValueFormat } from './value-format.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';

/** A cell of a heat map as data of its chart. */
export interface HeatCell {
  readonly row: number;
  readonly column: number;
  readonly value: number | null;
  readonly text: string;
}

export interface HeatMapStyle {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly scale: ColourScale;
  readonly format: ValueFormat;
  readonly digits: number;
}

const fontSize = 11;
const keySteps = 48;

/** Sides of a cell: as wide as its number if there is room, and no wider than 88 pixels. */
function cellSides(cells: readonly HeatCell[], { rows, columns }: HeatMapStyle, { narrow, width }: Canvas) {
  const number = Math.max(0, ...cells.map(({ text }) => measureText(text, { size: fontSize })));
  const names = Math.ceil(Math.max(...rows.map((name) => measureText(name))));
  const rowRoom = Math.min(narrow ? 84 : 170, names);
  const most = Math.max(4, Math.floor((width - rowRoom - 16) / columns.length));
  const cellWidth = Math.min(88, most, Math.max(44, Math.ceil(number) + 16));
  const cellHeight = Math.max(8, Math.min(34, Math.max(cellWidth, number + 8 <= cellWidth ? 30 : 0)));
  return { rowRoom, cellWidth, cellHeight, numbers: number + 4 <= cellWidth && cellHeight >= 15 };
}

/** The scale of colours as a strip below the cells, with its ends and its middle in print. */
function keyLayers({ scale, format, digits }: HeatMapStyle, { theme, width }: Canvas, top: number): object[] {
  const [low, high] = scale.domain;
  const length = Math.min(220, width - 60);
  const at = (share: number) => low + (high - low) * share;
  const strip = Array.from({ length: keySteps }, (_, i) => ({
    left: (i * length) / keySteps,
    right: ((i + 1) * length) / keySteps + (i + 1 < keySteps ? 0.6 : 0),
    fill: scale.colour(at((i + 0.5) / keySteps), theme),
  }));
  const marks = low < high ? [low, scale.middle ?? at(0.5), high] : [low];
  const ends = marks.map((value) => ({
    left: low < high ? ((value - low) / (high - low)) * length : 0,
    text: formatValue(value, { format, digits }),
  }));
  const pixel = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });
  return [
    {
      data: { values: strip },
      mark: { type: 'rect' },
      encoding: {
        x: pixel('left'),
        x2: { field: 'right' },
        y: { value: top },
        y2: { value: top + 9 },
        fill: { field: 'fill', type: 'nominal', scale: null },
      },
    },
    {
      data: { values: ends },
      mark: { type: 'text', baseline: 'top', fontSize, color: theme.muted },
      encoding: { x: pixel('left'), y: { value: top + 14 }, text: { field: 'text' } },
    },
  ];
}

/** The Vega-Lite view of a heat map. */
export function heatMapSpec(cells: readonly HeatCell[], style: HeatMapStyle, canvas: Canvas): VegaLiteSpec {
  const { theme } = canvas;
  const { rows, columns, rowTitle, columnTitle, scale } = style;
  const { rowRoom, cellWidth, cellHeight, numbers } = cellSides(cells, style, canvas);
  const { x, y, labels, above } = matrixFrame(rows, columns, {
    ...{ rowField: 'row', columnField: 'column', cellWidth, rowRoom },
    color: theme.ink,
  });
  const filled = cells.map((cell) => {
    const fill = cell.value === null ? theme.paper : scale.colour(cell.value, theme);
    return { ...cell, fill, edge: cell.value === null ? theme.grid : fill, ink: inkOn(fill, theme) };
  });
  const raw = (field: string) => ({ field, type: 'nominal', scale: null });
  const small = { type: 'text', fontSize, baseline: 'bottom', color: theme.muted };
  const once = { values: [{}] };
  const [width, height] = [cellWidth * columns.length, cellHeight * rows.length];
  const title = (text: string, align: string, px: number, py: number) =>
    text === ''
      ? []
      : [
          {
            data: once,
            mark: { ...small, align },
            encoding: { x: { value: px }, y: { value: py }, text: { value: text } },
          },
        ];
  return {
    width,
    height,
    data: { values: filled },
    layer: [
      {
        mark: { type: 'rect', cornerRadius: cellWidth > 20 ? 2 : 0, strokeWidth: 1 },
        encoding: { x, y, fill: raw('fill'), stroke: raw('edge') },
      },
      ...(numbers
        ? [
            {
              mark: { type: 'text', baseline: 'middle', fontSize },
              encoding: { x, y, text: { field: 'text' }, color: raw('ink') },
            },
          ]
        : []),
      ...labels,
      ...title(columnTitle && `${columnTitle} →`, 'left', 0, -16 - above),
      ...title(rowTitle && `${rowTitle} ↓`, 'right', -8, -8),
      ...keyLayers(style, canvas, height + 18),
    ],
  };
}
