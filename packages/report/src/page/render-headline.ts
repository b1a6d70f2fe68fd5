import { formatValue } from '../chart/value-format.ts';
import { escapeMarkup } from '../figure/escape-markup.ts';
import type { Headline } from './report.ts';

/** Where a value stands on the scale, as per cent of its length. */
function place(value: number, [from, to]: readonly [number, number]): number {
  const share = (value - from) / (to - from);
  return Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 100;
}

/** The scale with the interval as a bar, the value as a dot and the reference as a tick. */
function strip({ value, low, high, reference, scale = [0, 1] }: Headline): string {
  if (![value, low ?? 0, high ?? 0, ...scale].every(Number.isFinite) || scale[0] >= scale[1]) return '';
  const at = place(value, scale);
  const bar =
    low === undefined || high === undefined
      ? ''
      : `<rect class="range" x="${place(low, scale)}%" width="${Math.round((place(high, scale) - place(low, scale)) * 100) / 100}%" y="9" height="10" rx="5"/>`;
  const tick = reference
    ? `<line class="reference" x1="${place(reference.value, scale)}%" x2="${place(reference.value, scale)}%" y1="4" y2="24"/>`
    : '';
  return `<svg class="strip" height="28" aria-hidden="true"><line class="track" x1="0" x2="100%" y1="14" y2="14"/>${tick}${bar}<circle class="value" cx="${at}%" cy="14" r="7"/></svg>`;
}

/** The number that answers the question, with its interval in words and drawn to scale. */
export function renderHeadline(headline: Headline): string {
  const { label, value, low, high, intervalLabel, reference, note, scale = [0, 1], format, digits } = headline;
  const style = { ...(format && { format }), ...(digits !== undefined && { digits }) };
  const number = (x: number) => formatValue(x, style);
  const interval =
    low === undefined || high === undefined
      ? ''
      : `<p class="range-text"><b>${number(low)} to ${number(high)}</b>${intervalLabel ? `, ${escapeMarkup(intervalLabel)}` : ''}</p>`;
  const beside = reference
    ? `<p class="reference-text">${escapeMarkup(reference.label)}: <b>${number(reference.value)}</b></p>`
    : '';
  const ends = `<p class="ends" aria-hidden="true"><span>${number(scale[0])}</span><span>${number(scale[1])}</span></p>`;
  return [
    `<div class="headline"><p class="number"><span class="label">${escapeMarkup(label)}</span><span class="big">${number(value)}</span></p>`,
    `<div class="where">${strip(headline)}${ends}${interval}${beside}${note ? `<p class="note">${escapeMarkup(note)}</p>` : ''}</div></div>`,
  ].join('');
}
