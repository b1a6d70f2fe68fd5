import { escapeMarkup } from '../figure/escape-markup.ts';
import { formatCell, isNumeric } from './format-cell.ts';
import type { TableBlock, TableColumn, Value } from './report.ts';

/** A box in which a wide thing scrolls by itself, also by keyboard. */
export function scrollBox(label: string, html: string): string {
  return `<div class="scroll" role="region" aria-label="${escapeMarkup(label)}" tabindex="0">${html}</div>`;
}

const field = (row: Readonly<Record<string, Value>>, key: string): Value => (Object.hasOwn(row, key) ? row[key] : null);

/** A table as HTML; its first column names the rows. */
export function renderTable({ title = '', caption, columns, rows, best }: TableBlock): string {
  const align = ({ key, align: wanted }: TableColumn) =>
    wanted ?? (rows.some((row) => isNumeric(field(row, key))) ? 'end' : 'start');
  const aligns = columns.map(align);
  const head = columns
    .map(({ label }, i) => `<th scope="col" class="${aligns[i]}">${escapeMarkup(label)}</th>`)
    .join('');
  const body = rows.map((row, r) => {
    const cells = columns.map((column, i) => {
      const text = formatCell(field(row, column.key), column);
      if (i > 0) return `<td class="${aligns[i]}">${text}</td>`;
      const mark = r === best ? ' <span class="mark">best</span>' : '';
      return `<th scope="row" class="${aligns[i]}">${text}${mark}</th>`;
    });
    return `<tr${r === best ? ' class="best"' : ''}>${cells.join('')}</tr>`;
  });
  const reading = caption ? `<span class="reading">${escapeMarkup(caption)}</span>` : '';
  const above = title || reading ? `<caption><strong>${escapeMarkup(title)}</strong>${reading}</caption>` : '';
  const table = `<table>${above}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  return scrollBox(title || 'Table', table);
}
