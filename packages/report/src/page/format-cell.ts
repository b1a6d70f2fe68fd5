import { formatValue } from '../chart/value-format.ts';
import { escapeMarkup } from '../figure/escape-markup.ts';
import type { IntervalValue, Value, ValueStyle } from './report.ts';

const isInterval = (value: Value): value is IntervalValue => typeof value === 'object' && value !== null;

/** Whether a value is printed as a number. */
export const isNumeric = (value: Value): boolean => typeof value === 'number' || isInterval(value);

/** A value as HTML. */
export function formatCell(value: Value, style: ValueStyle = {}): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatValue(value, style);
  if (typeof value === 'string') return escapeMarkup(value);
  const [middle, low, high] = [value.value, value.low, value.high].map((number) => formatValue(number, style));
  return `${middle} <span class="interval">${low} to ${high}</span>`;
}
