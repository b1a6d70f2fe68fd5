import { ArgumentError } from '@animals/core';
import { checkSome } from '../chart/check-numbers.ts';
import { chartFont, lightTheme } from '../chart/theme.ts';
import { wrapText } from '../chart/wrap-text.ts';
import { escapeMarkup } from '../figure/escape-markup.ts';
import type { Figure, FigureOptions, Thumbnail } from '../figure/figure.ts';
import { figureName } from '../figure/figure-name.ts';
import { wellFormed } from '../figure/well-formed.ts';
import { pngDataUri } from './png-data-uri.ts';
import type { Raster } from './raster.ts';
import { shrink } from './shrink.ts';

export interface GridImage extends Raster {
  readonly caption?: string;
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

/** One picture, enlarged or shrunk to its cell, with its caption below. */
function drawCell({ src, width, height, caption = '' }: Thumbnail, x: number, y: number): string {
  const scale = cell / Math.max(width, height);
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const at = `x="${x + Math.round((cell - w) / 2)}" y="${y + Math.round((cell - h) / 2)}"`;
  const lines = caption === '' ? [] : wrapText(caption, { size: captionSize, width: cell, maxLines: 2 });
  const text = lines.map((line, i) => {
    const bottom = y + cell + lineHeight * (i + 1);
    return `<text x="${x + cell / 2}" y="${bottom}" text-anchor="middle" font-size="${captionSize}">${escapeMarkup(line)}</text>`;
  });
  return `<image ${at} width="${w}" height="${h}" href="${src}"/>${text.join('')}`;
}

function drawGrid(title: string, alt: string, thumbnails: readonly Thumbnail[], columns: number): string {
  const heading = wrapText(title, { size: 16, bold: true, width: Math.max(300, columns * (cell + gap) - gap) });
  const top = margin + heading.length * 20 + 10;
  const row = cell + gap + (thumbnails.some(({ caption }) => caption) ? 2 * lineHeight : 0);
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
  const thumbnails = images.map(({ caption: text, ...picture }): Thumbnail => {
    const small = shrink(picture, thumbnailSize);
    const { width, height } = small;
    return { src: pngDataUri(small), width, height, ...(text !== undefined && { caption: text }) };
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
