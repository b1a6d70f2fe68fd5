import { ArgumentError } from '@animals/core';
import { checkSome } from '../chart/check-numbers.ts';
import { chartFont, lightTheme } from '../chart/theme.ts';
import { wrapText } from '../chart/wrap-text.ts';
import { escapeMarkup } from '../figure/escape-markup.ts';
import type { Figure, FigureOptions, Thumbnail, Verdict } from '../figure/figure.ts';
import { figureName } from '../figure/figure-name.ts';
import { wellFormed } from '../figure/well-formed.ts';
import { pngDataUri } from './png-data-uri.ts';
import type { Raster } from './raster.ts';
import { shrink } from './shrink.ts';

export interface GridImage extends Raster {
  readonly caption?: string;
  /** Draws a coloured frame; the caption should say the same in words. */
  readonly verdict?: Verdict;
}

export interface ImageGridOptions extends FigureOptions {
  readonly images: readonly GridImage[];
  /** In a row. Default: as square as can be, at most 8. */
  readonly columns?: number;
  /** Longer pictures are shrunk to this many pixels. */
  readonly thumbnailSize?: number;
}

const cell = 112;
const gap = 10;
const margin = 16;
const lineHeight = 15;
const captionSize = 11;
const captionLines = 3;

/** Frames of either verdict, on light paper. */
const frames: Readonly<Record<Verdict, string>> = {
  right: lightTheme.palette[2] as string,
  wrong: lightTheme.palette[1] as string,
};

const linesOf = ({ caption = '' }: Thumbnail) =>
  caption === '' ? [] : wrapText(caption, { size: captionSize, width: cell, maxLines: captionLines });

/** One picture, enlarged or shrunk to its cell, with its caption below. */
function drawCell(thumbnail: Thumbnail, x: number, y: number): string {
  const { src, width, height, verdict } = thumbnail;
  const scale = cell / Math.max(width, height);
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const [left, top] = [x + Math.round((cell - w) / 2), y + Math.round((cell - h) / 2)];
  const frame = verdict
    ? `<rect x="${left - 1.5}" y="${top - 1.5}" width="${w + 3}" height="${h + 3}" fill="none" stroke="${frames[verdict]}" stroke-width="3"/>`
    : '';
  const text = linesOf(thumbnail).map((line, i) => {
    const bottom = y + cell + lineHeight * (i + 1) + (frame ? 2 : 0);
    return `<text x="${x + cell / 2}" y="${bottom}" text-anchor="middle" font-size="${captionSize}">${escapeMarkup(line)}</text>`;
  });
  return `<image x="${left}" y="${top}" width="${w}" height="${h}" href="${src}"/>${frame}${text.join('')}`;
}

function drawGrid(title: string, alt: string, thumbnails: readonly Thumbnail[], columns: number): string {
  const heading = wrapText(title, { size: 16, bold: true, width: Math.max(300, columns * (cell + gap) - gap) });
  const top = margin + heading.length * 20 + 10;
  const row = cell + gap + lineHeight * Math.max(...thumbnails.map((thumbnail) => linesOf(thumbnail).length));
  const width = Math.max(300, columns * (cell + gap) - gap) + 2 * margin;
  const height = top + Math.ceil(thumbnails.length / columns) * row - gap + margin;
  const cells = thumbnails.map((thumbnail, i) =>
    drawCell(thumbnail, margin + (i % columns) * (cell + gap), top + Math.floor(i / columns) * row),
  );
  const titleLines = heading.map(
    (line, i) =>
      `<text x="${margin}" y="${margin + 16 + i * 20}" font-size="16" font-weight="bold">${escapeMarkup(line)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeMarkup(`${title}. ${alt}`)}</title><rect width="${width}" height="${height}" fill="${lightTheme.paper}"/>`,
    `<g font-family="${chartFont}" fill="${lightTheme.ink}">${titleLines.join('')}${cells.join('')}</g></svg>`,
  ].join('');
}

/**
 * Lays out pictures in a grid, with captions.
 *
 * Each picture is encoded anew from its pixels, and shrunk if it is large: nothing else of its file is kept.
 * @throws ArgumentError if there is no picture, its pixels do not fit its sides, or columns is not a positive integer.
 */
export function imageGrid(options: ImageGridOptions): Figure {
  const { images, title, name, caption, thumbnailSize = 224 } = options;
  checkSome('images', images);
  const columns = options.columns ?? Math.min(8, Math.ceil(Math.sqrt(images.length)));
  if (!Number.isInteger(columns) || columns < 1) {
    throw new ArgumentError('columns', `columns must be a whole number from 1, got ${columns}`);
  }
  const thumbnails = images.map(({ caption: text, verdict, ...picture }): Thumbnail => {
    const small = shrink(picture, thumbnailSize);
    const { width, height } = small;
    const said = text !== undefined && { caption: text };
    return { src: pngDataUri(small), width, height, ...said, ...(verdict && { verdict }) };
  });
  const captions = thumbnails.flatMap((thumbnail) => thumbnail.caption ?? []);
  const alt = options.alt ?? [`${images.length} pictures.`, ...captions.slice(0, 12)].join(' ');
  const svg = wellFormed(drawGrid(title, alt, thumbnails, Math.min(columns, images.length)));
  return {
    name: figureName(title, name),
    title,
    alt,
    ...(caption !== undefined && { caption }),
    svg,
    thumbnails,
    columns,
  };
}
