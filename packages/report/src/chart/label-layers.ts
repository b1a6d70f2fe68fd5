/** A label of one or more lines, with whatever says where it belongs. */
export interface LabelRow {
  readonly lines: readonly string[];
  readonly [field: string]: unknown;
}

export interface LabelStyle {
  readonly mark: object;
  readonly encoding: object;
  /** Which line stands at the given place: the middle of all, or the last. */
  readonly anchor: 'middle' | 'last';
  readonly dy?: number;
}

const lineHeight = 15;

/** Text layers for labels of several lines, which Vega would hang from their first line. */
export function labelLayers(rows: readonly LabelRow[], { mark, encoding, anchor, dy = 0 }: LabelStyle): object[] {
  const heights = [...new Set(rows.map(({ lines }) => lines.length))].sort((a, b) => a - b);
  return heights.map((height) => {
    const up = (height - 1) * lineHeight * (anchor === 'middle' ? 0.5 : 1);
    return {
      data: { values: rows.filter(({ lines }) => lines.length === height) },
      mark: { type: 'text', fontSize: 12, lineHeight, dy: dy - up, ...mark },
      encoding: { ...encoding, text: { field: 'lines' } },
    };
  });
}
