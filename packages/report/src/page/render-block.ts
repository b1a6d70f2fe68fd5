import { ArgumentError } from '@animals/core';
import { escapeMarkup } from '../figure/escape-markup.ts';
import { formatCell } from './format-cell.ts';
import { renderFigure } from './render-figure.ts';
import { renderNotice } from './render-notice.ts';
import { renderTable, scrollBox } from './render-table.ts';
import { renderViewer } from './render-viewer.ts';
import type { Block, Fact, Value } from './report.ts';

/** Text as paragraphs, parted at blank lines. */
export function renderText(text: string): string {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph.trim())}</p>`).join('');
}

/** Labelled values as HTML. */
export function renderFacts(facts: readonly Fact[]): string {
  const items = facts.map(
    (fact) => `<div><dt>${escapeMarkup(fact.label)}</dt><dd>${formatCell(fact.value, fact)}</dd></div>`,
  );
  return `<dl class="facts">${items.join('')}</dl>`;
}

function renderSettings(title: string, settings: Readonly<Record<string, Value>>): string {
  const items = Object.entries(settings).map(
    ([key, value]) => `<div><dt>${escapeMarkup(key)}</dt><dd>${formatCell(value, { digits: 6 })}</dd></div>`,
  );
  return `<div class="settings"><h4>${escapeMarkup(title)}</h4><dl>${items.join('')}</dl></div>`;
}

function renderCode(title: string | undefined, text: string): string {
  const heading = title ? `<p class="code-title">${escapeMarkup(title)}</p>` : '';
  return `<div class="code">${heading}${scrollBox(title ?? 'Code', `<pre><code>${escapeMarkup(text)}</code></pre>`)}</div>`;
}

/**
 * One piece of a section as HTML.
 * @throws ArgumentError if its type is not known.
 */
export function renderBlock(block: Block): string {
  switch (block.type) {
    case 'text':
      return renderText(block.text);
    case 'heading':
      return `<h3>${escapeMarkup(block.text)}</h3>`;
    case 'list':
      return `<ul class="list">${block.items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('')}</ul>`;
    case 'figure':
      return renderFigure(block.figure);
    case 'figures':
      return `<div class="row">${block.figures.map((figure) => renderFigure(figure, { inRow: true })).join('')}</div>`;
    case 'embedding':
      return renderViewer(block.viewer);
    case 'table':
      return renderTable(block);
    case 'facts':
      return renderFacts(block.facts);
    case 'settings':
      return renderSettings(block.title ?? 'Settings', block.settings);
    case 'code':
      return renderCode(block.title, block.text);
    case 'notice':
      return renderNotice(block);
    default: {
      const { type } = block satisfies never as { type: unknown };
      throw new ArgumentError('blocks', `blocks must have a known type, got ${JSON.stringify(type)}`);
    }
  }
}
