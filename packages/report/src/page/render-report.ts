import { escapeMarkup } from '../figure/escape-markup.ts';
import { wellFormed } from '../figure/well-formed.ts';
import { clientScript } from '../viewer/client-script.ts';
import { viewerStyle } from '../viewer/viewer-style.ts';
import { anchors } from './anchors.ts';
import { contentPolicy } from './content-policy.ts';
import { renderBlock, renderFacts, renderText } from './render-block.ts';
import { renderHeadline } from './render-headline.ts';
import { renderNotice } from './render-notice.ts';
import type { Report, Section } from './report.ts';
import { style } from './style.ts';

const optional = (text: string | undefined, wrap: (html: string) => string) => (text ? wrap(escapeMarkup(text)) : '');

function hero({ kicker, title, subtitle, lead, headline, facts = [], notices = [] }: Report): string {
  return [
    '<header class="hero">',
    optional(kicker, (html) => `<p class="kicker">${html}</p>`),
    `<h1>${escapeMarkup(title)}</h1>`,
    optional(subtitle, (html) => `<p class="subtitle">${html}</p>`),
    headline ? renderHeadline(headline) : '',
    lead ? `<div class="lead">${renderText(lead)}</div>` : '',
    notices.map(renderNotice).join(''),
    facts.length > 0 ? renderFacts(facts) : '',
    '</header>',
  ].join('');
}

function contents(sections: readonly Section[], names: readonly string[]): string {
  if (sections.length < 3) return '';
  const items = sections.map(({ title }, i) => `<li><a href="#${names[i]}">${escapeMarkup(title)}</a></li>`);
  return `<nav aria-label="Contents"><p>Contents</p><ol>${items.join('')}</ol></nav>`;
}

function renderSection({ title, lead, blocks }: Section, name: string): string {
  const heading = `<h2 id="${name}-title">${escapeMarkup(title)}</h2>`;
  const opening = optional(lead, (html) => `<p class="section-lead">${html}</p>`);
  const body = blocks.map(renderBlock).join('\n');
  return `<section id="${name}" aria-labelledby="${name}-title">${heading}${opening}\n${body}</section>`;
}

/**
 * Renders a report as one HTML page that opens offline and asks nothing of any server.
 *
 * All strings are text: whatever they hold, nothing of them runs or loads. The page has no script but
 * that of interactive maps, follows the reader's light or dark setting, and fits phones, screens and paper. The same report gives the same bytes.
 * @throws ArgumentError if a block's type is not known.
 */
export function renderReport(report: Report): string {
  const { title, sections, footer, language = 'en' } = report;
  const names = anchors(sections.map((section) => section.title));
  const live = sections.some(({ blocks }) => blocks.some(({ type }) => type === 'embedding'));
  const [css, script] = live ? [style + viewerStyle, clientScript] : [style, ''];
  const page = [
    '<!doctype html>',
    `<html lang="${escapeMarkup(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(css, script)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#main">To the results</a>',
    hero(report),
    `<div class="page">${contents(sections, names)}<main id="main">`,
    ...sections.map((section, i) => renderSection(section, names[i] as string)),
    '</main></div>',
    optional(footer, (html) => `<footer><p>${html}</p></footer>`),
    ...(live ? [`<script>${script}</script>`] : []),
    '</body>',
    '</html>',
    '',
  ];
  return wellFormed(page.join('\n'));
}
