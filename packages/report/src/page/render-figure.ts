import { escapeMarkup } from '../figure/escape-markup.ts';
import type { Figure, Moving, ThemedSvg, Thumbnail } from '../figure/figure.ts';
import { base64 } from '../image/base64.ts';

/** Paper is always light and wide. */
const dark = 'screen and (prefers-color-scheme: dark)';
const phone = 'screen and (max-width: 699px)';
const darkPhone = `${phone} and (prefers-color-scheme: dark)`;

const svgUri = (svg: string) => `data:image/svg+xml;base64,${base64(new TextEncoder().encode(svg))}`;

/** ` width="…" height="…"` of an SVG, so that the page does not jump while it is read. */
function sides(svg: string): string {
  const root = svg.slice(0, svg.indexOf('>'));
  const side = (name: string) => new RegExp(` ${name}="(\\d+(?:\\.\\d+)?)"`).exec(root)?.[1];
  const [width, height] = [side('width'), side('height')];
  return width && height ? ` width="${Math.round(Number(width))}" height="${Math.round(Number(height))}"` : '';
}

const source = (media: string, svg: string) => `<source media="${media}" srcset="${svgUri(svg)}"${sides(svg)}>`;

function picture(sources: readonly [string, string][], svg: string, alt: string): string {
  const img = `<img src="${svgUri(svg)}" alt="${escapeMarkup(alt)}"${sides(svg)}>`;
  return `<picture>${sources.map(([media, other]) => source(media, other)).join('')}${img}</picture>`;
}

function chart({ page, svg, alt }: Figure, inRow: boolean): string {
  if (!page) return `<div class="paper">${picture([], svg, alt)}</div>`;
  // A drawing that follows the reader's light by itself is stored once.
  const own = (media: string, { light, dark: other }: ThemedSvg): [string, string][] =>
    light === other ? [] : [[media, other]];
  if (inRow) return picture(own(dark, page.narrow), page.narrow.light, alt);
  const { wide, narrow } = page;
  const others: [string, string][] = [...own(darkPhone, narrow), [phone, narrow.light], ...own(dark, wide)];
  return picture(others, wide.light, alt);
}

function thumbnail({ src, width, height, caption = '', verdict }: Thumbnail, index: number): string {
  const alt = caption === '' ? `Picture ${index + 1}` : '';
  const tiny = Math.max(width, height) < 100 ? ' class="tiny"' : '';
  const frame = verdict === 'right' || verdict === 'wrong' ? ` class="${verdict}"` : '';
  const below = caption === '' ? '' : `<span>${escapeMarkup(caption)}</span>`;
  return `<li${frame}><img src="${escapeMarkup(src)}" alt="${alt}" width="${Number(width)}" height="${Number(height)}"${tiny}>${below}</li>`;
}

function grid({ thumbnails = [], columns = 6, alt }: Figure): string {
  const items = thumbnails.map(thumbnail).join('');
  return `<ul class="thumbs columns-${Math.max(1, Math.min(10, Math.round(columns)))}" aria-label="${escapeMarkup(alt)}">${items}</ul>`;
}

function moving({ src, still, width, height }: Moving, alt: string): string {
  const sides = ` width="${Number(width)}" height="${Number(height)}"`;
  const calm = `<source media="print, (prefers-reduced-motion: reduce)" srcset="${escapeMarkup(still)}"${sides}>`;
  return `<picture>${calm}<img src="${escapeMarkup(src)}" alt="${escapeMarkup(alt)}"${sides}></picture>`;
}

/** The drawing of a figure, without its title. */
export function drawingOf(figure: Figure, inRow = false): string {
  if (figure.animation) return moving(figure.animation, figure.alt);
  return figure.thumbnails ? grid(figure) : chart(figure, inRow);
}

/** A figure as HTML: title, how to read it, and the drawing that fits the reader's light and width. */
export function renderFigure(figure: Figure, { inRow = false }: { readonly inRow?: boolean } = {}): string {
  const reading = figure.caption ? `<span class="reading">${escapeMarkup(figure.caption)}</span>` : '';
  return `<figure><figcaption><strong>${escapeMarkup(figure.title)}</strong>${reading}</figcaption>${drawingOf(figure, inRow)}</figure>`;
}
