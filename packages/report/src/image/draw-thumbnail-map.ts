import { measureText } from '../chart/measure-text.ts';
import { chartFont, darkTheme, lightTheme } from '../chart/theme.ts';
import { wrapText } from '../chart/wrap-text.ts';
import { escapeMarkup } from '../figure/escape-markup.ts';
import { groupSign } from './group-sign.ts';
import { pngDataUri } from './png-data-uri.ts';
import type { Raster } from './raster.ts';
import { shrink } from './shrink.ts';

/** A picture with its place on the unit square, y downwards, and the index of its group. */
export interface MapPicture {
  readonly image: Raster;
  readonly x: number;
  readonly y: number;
  readonly group: number;
}

export interface ThumbnailMapStyle {
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly groups: readonly string[];
  /** Longer side of a picture as a share of the map's. */
  readonly share: number;
  /** For a drawing that stands alone, on light paper. */
  readonly heading?: { readonly title: string; readonly alt: string };
}

/** Sharp on screens of twice the density, without filling the file. */
const density = 1.5;

/** These hold on light and dark paper alike: one drawing, whose pictures need not be stored twice. */
const colourOf = (group: number, groups: readonly string[]) =>
  groups.length < 2 ? '#85817a' : (lightTheme.palette[group % lightTheme.palette.length] as string);

/** Text follows the reader's light or dark setting by itself. */
const style = `<style>text{fill:${lightTheme.ink}}@media screen and (prefers-color-scheme:dark){text{fill:${darkTheme.ink}}}</style>`;

function drawPicture({ image, x, y, group }: MapPicture, side: number, { groups, share }: ThumbnailMapStyle): string {
  const longest = side * share;
  const small = shrink(image, Math.max(1, Math.round(longest * density)));
  const scale = longest / Math.max(small.width, small.height);
  const [w, h] = [small.width * scale, small.height * scale].map((length) => Math.round(length * 10) / 10);
  const [left, top] = [x * side - (w as number) / 2, y * side - (h as number) / 2].map(
    (at) => Math.round(at * 10) / 10,
  );
  const box = `x="${left}" y="${top}" width="${w}" height="${h}"`;
  const colour = colourOf(group, groups);
  const sign =
    groups.length < 2
      ? ''
      : groupSign(group, (left as number) + 4, (top as number) + 4, { colour, size: Math.min(7, longest * 0.28) });
  return `<image ${box} preserveAspectRatio="none" href="${pngDataUri(small)}"/><rect ${box} fill="none" stroke="${colour}" stroke-width="${longest < 24 ? 1.5 : 2}"/>${sign}`;
}

interface Key {
  readonly svg: string;
  readonly height: number;
}

/** Signs and names of the groups, in as many lines as they need. */
function drawKey({ groups, width }: ThumbnailMapStyle): Key {
  if (groups.length < 2) return { svg: '', height: 0 };
  let [x, y] = [0, 10];
  const items = groups.map((group, i) => {
    const [name] = wrapText(group, { size: 12, width: Math.min(200, width - 30), maxLines: 1 }) as [string];
    const length = 18 + measureText(name, { size: 12 }) + 18;
    if (x > 0 && x + length > width) [x, y] = [0, y + 19];
    const sign = groupSign(i, x + 6, y, { colour: colourOf(i, groups), size: 10 });
    const item = `${sign}<text x="${x + 17}" y="${y + 4}" font-size="12">${escapeMarkup(name)}</text>`;
    x += length;
    return item;
  });
  return { svg: items.join(''), height: y + 16 };
}

/** A map of pictures as SVG. */
export function drawThumbnailMap(pictures: readonly MapPicture[], given: ThumbnailMapStyle): string {
  const { width, heading } = given;
  const key = drawKey(given);
  const margin = heading ? 16 : 2;
  const lines = heading ? wrapText(heading.title, { size: 16, bold: true, width }) : [];
  const top = margin + lines.length * 20 + (heading ? 8 : 0);
  const side = width - 4;
  const [w, h] = [width + 2 * margin - (heading ? 0 : 4), top + key.height + side + margin + 2];
  const title = lines.map(
    (line, i) =>
      `<text x="${margin}" y="${margin + 14 + i * 20}" font-size="16" font-weight="bold">${escapeMarkup(line)}</text>`,
  );
  const named = heading ? `<title>${escapeMarkup(`${heading.title}. ${heading.alt}`)}</title>` : '';
  const ground = heading ? `<rect width="${w}" height="${h}" fill="${lightTheme.paper}"/>` : style;
  const map = pictures.map((picture) => drawPicture(picture, side, given)).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"${heading ? ' role="img"' : ''}>`,
    `${named}${ground}<g font-family="${chartFont}"${heading ? ` fill="${lightTheme.ink}"` : ''}>${title.join('')}`,
    `<g transform="translate(${margin},${top})">${key.svg}</g></g>`,
    `<g transform="translate(${margin},${top + key.height})">${map}</g></svg>`,
  ].join('');
}
