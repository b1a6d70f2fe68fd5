import { ArgumentError } from '@animals/core';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { type BarRow, type BarStyle, barSpec } from './bar-spec.ts';
import { checkFinite, checkSome } from './check-numbers.ts';
import type { Reference } from './line-panel.ts';
import { makeChart } from './make-chart.ts';
import { formatValue, type ValueFormat } from './value-format.ts';

/** One bar, with what is known of its uncertainty. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Ends of the error bar, both or neither: an interval or a spread, as the caption says. */
  readonly low?: number;
  readonly high?: number;
  /** Bars of one group share a colour. */
  readonly group?: string;
}

export interface BarChartOptions extends FigureOptions {
  /** From top to bottom. */
  readonly bars: readonly Bar[];
  readonly xTitle?: string;
  /** Default: from zero to the largest value; always holds zero, else lengths would mislead. */
  readonly xDomain?: readonly [number, number];
  readonly format?: ValueFormat;
  /** Decimals at most of the printed values. */
  readonly digits?: number;
  /** Labelled lines across the bars, such as the accuracy of guessing. */
  readonly references?: readonly Reference[];
}

function checkBar({ label, value, low, high }: Bar): void {
  checkFinite('value', value);
  if ((low === undefined) !== (high === undefined)) {
    throw new ArgumentError('bars', `bars must have both low and high or neither, got one of them in ${label}`);
  }
  if (low === undefined || high === undefined) return;
  checkFinite('low', low);
  checkFinite('high', high);
  if (low <= value && value <= high) return;
  throw new ArgumentError('bars', `bars must have low <= value <= high, got ${low}, ${value}, ${high} in ${label}`);
}

function checkDomain([from, to]: readonly [number, number]): void {
  if (from <= 0 && to >= 0 && from < to) return;
  throw new ArgumentError(
    'xDomain',
    `xDomain must rise and hold 0, got [${from}, ${to}]; use a lineChart for a detail`,
  );
}

/**
 * Draws horizontal bars from zero, with error bars and each value in print.
 *
 * @throws ArgumentError if there is no bar, a number is not finite, an error bar does not hold its value, or the domain
 *   leaves out zero.
 */
export async function barChart(options: BarChartOptions): Promise<Figure> {
  const { bars, xTitle = '', xDomain, format = 'number', digits = 3, references = [], alt, ...figure } = options;
  checkSome('bars', bars);
  bars.forEach(checkBar);
  if (xDomain) checkDomain(xDomain);
  const number = (value: number) => formatValue(value, { format, digits });
  const rows = bars.map(({ label, value, low, high, group = '' }, row): BarRow => {
    const interval = low !== undefined && high !== undefined && { low, high };
    return { row, label, value, group, text: number(value), end: Math.max(0, high ?? value), ...interval };
  });
  const style: BarStyle = { xTitle, format, references, ...(xDomain && { xDomain }) };
  const said = bars.map(({ label, value, low, high }) => {
    const interval = low === undefined || high === undefined ? '' : ` (${number(low)} to ${number(high)})`;
    return `${label} ${number(value)}${interval}`;
  });
  return makeChart((canvas) => barSpec(rows, style, canvas), {
    ...figure,
    alt: alt ?? `Bar chart. ${said.join('; ')}.`,
  });
}
