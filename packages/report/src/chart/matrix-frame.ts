import { labelLayers } from './label-layers.ts';
import { measureText } from './measure-text.ts';
import { wrapText } from './wrap-text.ts';

export interface MatrixFrameStyle {
  /** Fields of the cells that hold the indices of their row and column. */
  readonly rowField: string;
  readonly columnField: string;
  /** Of a cell, in pixels. */
  readonly cellWidth: number;
  /** Pixels left of the cells for the names of rows. */
  readonly rowRoom: number;
  readonly color: string;
}

/** Places of the cells of a matrix, with the names of its rows and columns. */
export interface MatrixFrame {
  readonly x: object;
  readonly y: object;
  readonly labels: readonly object[];
  /** Pixels that the names of columns take above the cells. */
  readonly above: number;
}

const upright = { width: 110, maxLines: 1 };

/** Names above the columns; on end where a word is wider than its column. */
function columnLabels(columns: readonly string[], x: object, { columnField, cellWidth, color }: MatrixFrameStyle) {
  const wide = columns.some((label) => label.split(/\s+/u).some((word) => measureText(word) > cellWidth - 6));
  const lines = columns.map((label) =>
    wide ? wrapText(label, upright) : wrapText(label, { width: cellWidth - 6, maxLines: 2 }),
  );
  const rows = lines.map((of, i) => ({ [columnField]: i, lines: of }));
  const y = { value: 0 };
  if (!wide) {
    const layers = labelLayers(rows, {
      mark: { baseline: 'bottom', color },
      encoding: { x, y },
      anchor: 'last',
      dy: -8,
    });
    return { layers, above: 15 * Math.max(...lines.map(({ length }) => length)) };
  }
  const mark = { angle: -90, align: 'left', baseline: 'middle', dx: 8, color };
  const above = Math.ceil(Math.max(...lines.map(([line]) => measureText(line as string))));
  return { layers: labelLayers(rows, { mark, encoding: { x, y }, anchor: 'last' }), above };
}

/** Lays out the names and the scales of a matrix whose cells are told apart by the indices of row and column. */
export function matrixFrame(rows: readonly string[], columns: readonly string[], style: MatrixFrameStyle): MatrixFrame {
  const { rowField, columnField, rowRoom, color } = style;
  const place = (field: string, { length }: readonly string[]) => ({
    field,
    type: 'ordinal',
    scale: { domain: Array.from({ length }, (_, i) => i), padding: length > 20 ? 0 : 0.03 },
    axis: null,
  });
  const x = place(columnField, columns);
  const y = place(rowField, rows);
  const names = rows.map((label, i) => ({ [rowField]: i, lines: wrapText(label, { width: rowRoom, maxLines: 2 }) }));
  const down = labelLayers(names, {
    mark: { align: 'right', baseline: 'middle', dx: -8, color },
    encoding: { y, x: { value: 0 } },
    anchor: 'middle',
  });
  const { layers, above } = columnLabels(columns, x, style);
  return { x, y, labels: [...layers, ...down], above };
}
