import { escapeMarkup } from '../figure/escape-markup.ts';
import type { Notice, NoticeLevel } from './report.ts';

const words: Readonly<Record<NoticeLevel, string>> = { info: 'Note', warning: 'Caution', leak: 'Leak' };

/** A notice as HTML; its level is told in words, not by colour alone. */
export function renderNotice({ level, title, text }: Notice): string {
  const known: NoticeLevel = Object.hasOwn(words, level) ? level : 'info';
  const heading = title ? `<strong>${escapeMarkup(title)}</strong> ` : '';
  return `<div class="notice ${known}" role="note"><p><span class="level">${words[known]}</span>${heading}${escapeMarkup(text)}</p></div>`;
}
