import { ArgumentError } from '@animals/core';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { checkDrawable, checkSome, checkUnique } from './check-numbers.ts';
import { type ColourScale, colourScale } from './colour-scale.ts';
import { type HeatCell, heatMapSpec } from './heat-map-spec.ts';
import { makeChart } from './make-chart.ts';
import { formatValue, type ValueFormat } from './value-format.ts';

export interface HeatMapOptions extends FigureOptions {
  /** Names, from top to bottom. */
  readonly rows: readonly string[];
  /** Names, from left to right. */
  readonly columns: readonly string[];
  /** `values[row][column]`; what is null or not finite stays an empty cell. */
  readonly values: readonly (readonly (number | null)[])[];
  /** What rows and columns are, such as "learning rate". */
  readonly rowTitle?: string;
  readonly columnTitle?: string;
  /** `diverging`: two hues away from `middle`, as for differences and correlations. Default: `sequential`. */
  readonly colours?: 'sequential' | 'diverging';
  /** Where a diverging scale has no colour. Default: 0. */
  readonly middle?: number;
  /** Ends of the colour scale. Default: those of the values, alike on both sides of the middle. */
  readonly domain?: readonly [number, number];
  readonly format?: ValueFormat;
  /** Decimals at most of the printed values. */
  readonly digits?: number;
}

function checkShape({ rows, columns, values, middle, colours }: HeatMapOptions): void {
  checkSome('rows', rows);
  checkSome('columns', columns);
  checkUnique('rows', rows);
  checkUnique('columns', columns);
  if (values.length !== rows.length || values.some(({ length }) => length !== columns.length)) {
    const rule = `values must have ${rows.length} rows of ${columns.length}, one for each name`;
    throw new ArgumentError('values', `${rule}, got ${values.length} of ${values.map(({ length }) => length)}`);
  }
  for (const value of values.flat()) if (Number.isFinite(value)) checkDrawable('values', value as number);
  if (middle === undefined || colours === 'diverging') return;
  throw new ArgumentError('middle', `middle must come with diverging colours, got ${middle}; leave it out`);
}

function describe(cells: readonly HeatCell[], { rows, columns }: HeatMapOptions): string {
  const known = cells.filter(({ value }) => value !== null);
  if (known.length === 0) return 'No cell has a value.';
  const by = (better: (a: number, b: number) => boolean) =>
    known.reduce((best, cell) => (better(cell.value as number, best.value as number) ? cell : best));
  const say = ({ row, column, text }: HeatCell) => `${text} at ${rows[row]}, ${columns[column]}`;
  return `Lowest: ${say(by((a, b) => a < b))}. Highest: ${say(by((a, b) => a > b))}.`;
}

/**
 * Draws a table of numbers in colour, each number in its cell where it fits.
 *
 * The scale of colours is printed below. Lightness grows or falls evenly with the value, so that the figure holds in
 * grey and for any colour blindness; a diverging scale goes to blue below its middle and to vermilion above.
 * @throws ArgumentError unless values has one row for each row name and one cell for each column name, names differ, and
 *   the domain rises (and holds the middle, if diverging).
 */
export async function heatMap(options: HeatMapOptions): Promise<Figure> {
  const { rows, columns, values, rowTitle, columnTitle, colours, middle, domain, format, digits, alt, ...figure } =
    options;
  checkShape(options);
  const scale: ColourScale = colourScale(values.flat(), {
    colours: colours ?? 'sequential',
    ...(middle !== undefined && { middle }),
    ...(domain && { domain }),
  });
  const style = { format: format ?? 'number', digits: digits ?? 2 } as const;
  const cells = values.flatMap((line, row) =>
    line.map((given, column): HeatCell => {
      const value = given !== null && Number.isFinite(given) ? given : null;
      return { row, column, value, text: value === null ? '' : formatValue(value, style) };
    }),
  );
  const names = { rows, columns, rowTitle: rowTitle ?? '', columnTitle: columnTitle ?? '' };
  return makeChart((canvas) => heatMapSpec(cells, { ...names, scale, ...style }, canvas), {
    ...figure,
    alt: alt ?? `Heat map of ${rows.length} by ${columns.length}. ${describe(cells, options)}`,
  });
}
