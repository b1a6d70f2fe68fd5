import { ArgumentError } from '@animals/core';
import { drawable } from './check-numbers.ts';

/** A point of a line. A `y` that is null or not finite breaks the line. */
export interface Point {
  readonly x: number;
  readonly y: number | null;
}

/** One line of a chart. */
export interface LineSeries {
  readonly name: string;
  /** Heights at x = 1, 2, 3, … Give these or `points`. */
  readonly values?: readonly (number | null)[];
  readonly points?: readonly Point[];
  /** Lines of one group share a colour; two or more are drawn thin, with their mean in bold. Default: the name. */
  readonly group?: string;
  /** Lines of one panel share axes; panels stand side by side. Default: the only one. */
  readonly panel?: string;
}

/** A line, checked and with its defaults filled in. */
export interface Line {
  readonly name: string;
  readonly group: string;
  readonly panel: string;
  readonly points: readonly Point[];
}

function pointsOf({ name, values, points }: LineSeries): Point[] {
  if ((values === undefined) === (points === undefined)) {
    throw new ArgumentError(
      'series',
      `series must have values or points, got ${values ? 'both' : 'neither'} in ${name}`,
    );
  }
  const all = points ?? (values ?? []).map((y, i) => ({ x: i + 1, y }));
  const wrong = all.find(({ x }) => !Number.isFinite(x));
  if (wrong)
    throw new ArgumentError('series', `series must have finite x, got ${wrong.x} in ${name}; leave the point out`);
  const known = all.map(({ x, y }) => ({
    x: drawable('x', x),
    y: Number.isFinite(y) ? drawable('y', y as number) : null,
  }));
  return known.sort((a, b) => a.x - b.x);
}

/**
 * Checks a series and fills in its defaults; its points are sorted by x.
 * @throws ArgumentError unless it has either values or points, all at finite x.
 */
export function toLine(series: LineSeries): Line {
  const { name, group = name, panel = '' } = series;
  return { name, group, panel, points: pointsOf(series) };
}

/** The mean of several lines, wherever every one of them has a value: elsewhere it would jump. */
export function meanLine(lines: readonly Line[]): Point[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { points } of lines) {
    for (const { x, y } of points) {
      if (y === null) continue;
      const { sum, count } = sums.get(x) ?? { sum: 0, count: 0 };
      sums.set(x, { sum: sum + y, count: count + 1 });
    }
  }
  const complete = [...sums].filter(([, { count }]) => count === lines.length);
  return complete.map(([x, { sum, count }]) => ({ x, y: sum / count })).sort((a, b) => a.x - b.x);
}
