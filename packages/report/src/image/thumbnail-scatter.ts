import { ArgumentError } from '@animals/core';
import { checkDrawable, checkSome } from '../chart/check-numbers.ts';
import type { ScatterPoint } from '../chart/scatter-chart.ts';
import { groupsOf } from '../chart/scatter-look.ts';
import { squareDomains } from '../chart/square-domains.ts';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { figureName } from '../figure/figure-name.ts';
import { wellFormed } from '../figure/well-formed.ts';
import { drawThumbnailMap, type MapPicture } from './draw-thumbnail-map.ts';
import { gridPlaces, type MapPlace } from './grid-places.ts';
import type { Raster } from './raster.ts';
import { shareHidden } from './share-hidden.ts';

export interface ThumbnailScatterOptions extends FigureOptions {
  /** Where each picture lies. */
  readonly points: readonly ScatterPoint[];
  /** One a point. */
  readonly images: readonly Raster[];
  /**
   * `place`: at its point, later pictures over earlier ones. `grid`: moved to the cells of a grid, none over another, so
   * that the squared moves are the least in sum; for at most 2000 pictures. Default: `place`.
   */
  readonly layout?: 'place' | 'grid';
  /** Longer side of a picture in pixels on a drawing 720 wide, 8 to 160. Default: fits the number of pictures. */
  readonly size?: number;
}

const mostInGrid = 2000;

function check({ points, images, layout, size }: ThumbnailScatterOptions): void {
  checkSome('points', points);
  if (points.length !== images.length) {
    throw new ArgumentError('images', `images must be one a point, got ${images.length} for ${points.length} points`);
  }
  for (const { x, y } of points) {
    checkDrawable('x', x);
    checkDrawable('y', y);
  }
  if (size !== undefined && !(size >= 8 && size <= 160)) {
    throw new ArgumentError('size', `size must be from 8 to 160, got ${size}`);
  }
  if (layout !== 'grid') return;
  if (size !== undefined) throw new ArgumentError('size', `size must be left out of a grid, got ${size}`);
  if (points.length > mostInGrid) {
    const rule = `layout must be place for more than ${mostInGrid} pictures`;
    throw new ArgumentError('layout', `${rule}, got grid for ${points.length}; choose some of them`);
  }
}

/** Points within the unit square, y downwards, distances true. */
function unitPlaces(points: readonly ScatterPoint[]): MapPlace[] {
  const { x, y } = squareDomains(points);
  const span = x[1] - x[0];
  return points.map((point) => ({ x: (point.x - x[0]) / span, y: (y[1] - point.y) / span }));
}

interface Layout {
  readonly places: readonly MapPlace[];
  /** Side of a picture as a share of the drawing's. */
  readonly share: number;
  readonly caption: string;
}

function layOut({ points, layout = 'place', size }: ThumbnailScatterOptions): Layout {
  const places = unitPlaces(points);
  if (layout === 'place') {
    const share = (size ?? Math.max(16, Math.min(72, 420 / Math.sqrt(points.length)))) / 720;
    const inside = places.map(({ x, y }) => ({ x: share / 2 + x * (1 - share), y: share / 2 + y * (1 - share) }));
    const hidden = shareHidden(inside, share).filter((part) => part > 0.5).length;
    const covered = hidden === 0 ? '' : ` ${hidden} of ${points.length} pictures are more than half covered by others.`;
    return { places: inside, share, caption: `Each picture lies at its point.${covered}` };
  }
  const { side, cells } = gridPlaces(places);
  const snapped = cells.map((cell) => ({ x: ((cell % side) + 0.5) / side, y: (Math.floor(cell / side) + 0.5) / side }));
  return {
    places: snapped,
    share: 0.94 / side,
    caption: 'Moved from their points to a grid: neighbours stay near, distances do not.',
  };
}

/**
 * Draws a map whose points are the pictures themselves, each with the frame and the sign of its group.
 *
 * The caption says how many pictures are covered, or that they were moved. Pictures are encoded anew from their pixels.
 * @throws ArgumentError unless there is one picture a point, all coordinates are finite, and a grid has at most 2000.
 */
export function thumbnailScatter(options: ThumbnailScatterOptions): Figure {
  check(options);
  const { points, images, title, name } = options;
  const { places, share, caption } = layOut(options);
  const groups = groupsOf(points);
  const pictures = images.map((image, i): MapPicture => {
    const { x, y } = places[i] as MapPlace;
    return { image, x, y, group: groups.indexOf(points[i]?.group ?? '') };
  });
  const counts = groups.map((group, i) => `${group || 'pictures'}: ${pictures.filter((p) => p.group === i).length}`);
  const alt = options.alt ?? `A map of pictures. ${counts.join('; ')}.`;
  const draw = (width: number, alone: boolean) => {
    const style = { width, groups, share, ...(alone && { heading: { title, alt } }) };
    return wellFormed(drawThumbnailMap(pictures, style));
  };
  const [wide, narrow] = [draw(720, false), draw(340, false)];
  return {
    name: figureName(title, name),
    title,
    alt,
    caption: options.caption ?? caption,
    svg: draw(720, true),
    page: { wide: { light: wide, dark: wide }, narrow: { light: narrow, dark: narrow } },
  };
}
