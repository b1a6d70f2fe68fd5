import { ArgumentError } from '@animals/core';
import { checkSome } from '../chart/check-numbers.ts';
import { scatterChart } from '../chart/scatter-chart.ts';
import { smallMultiples } from '../chart/small-multiples.ts';
import { formatValue } from '../chart/value-format.ts';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { base64 } from '../image/base64.ts';
import type { Raster } from '../image/raster.ts';
import { checkView, checkViewer, framesOf } from './check-viewer.ts';
import { encodeFrames } from './encode-frames.ts';
import { spriteSheet } from './sprite-sheet.ts';
import type { ViewData, ViewerData, ViewerPhase } from './viewer-data.ts';

/** One map of a viewer. */
export interface EmbeddingView {
  readonly name: string;
  /** Coordinates of all points, x and y by turns. Give these or `frames`. */
  readonly points?: ArrayLike<number>;
  /** The same at several iterations, to be played. */
  readonly frames?: readonly ArrayLike<number>[];
  /** Iteration of each frame, rising. Default: 0, 1, 2, … */
  readonly iterations?: readonly number[];
  /** A value by iteration, such as t-SNE's divergence, drawn below the map. */
  readonly curve?: readonly { readonly iteration: number; readonly value: number }[];
  /** What the curve shows. Default: `KL`. */
  readonly curveName?: string;
  /** Marks on the curve, such as the end of early exaggeration. */
  readonly phases?: readonly ViewerPhase[];
  /** Printed below the map, such as its quality. */
  readonly notes?: Readonly<Record<string, number | string>>;
}

export interface EmbeddingViewerOptions extends FigureOptions {
  /** One to four maps of the same points, side by side, with the pointer and the choice in common. */
  readonly views: readonly EmbeddingView[];
  /** Names of the classes, at most 255. */
  readonly classes?: readonly string[];
  /** Index of each point's class. */
  readonly labels?: ArrayLike<number>;
  /** A name for each point. */
  readonly ids?: readonly string[];
  /** A picture for each point. */
  readonly thumbnails?: readonly Raster[];
  /** Longer side of a stored picture in pixels, 8 to 96. Default: 48, fewer for more than 1800 pictures. */
  readonly thumbnailSize?: number;
}

/** An interactive map as plain data, for a block of a report. */
export interface EmbeddingViewer {
  /** What readers see on paper and without scripts. */
  readonly still: Figure;
  readonly data: ViewerData;
}

function viewData(view: EmbeddingView): ViewData {
  const { name, iterations, curve = [], curveName = 'KL', phases = [], notes = {} } = view;
  const frames = framesOf(view);
  return {
    name,
    frames: base64(encodeFrames(frames)),
    count: frames.length,
    iterations: iterations ?? frames.map((_, i) => i),
    curve: curve.map(({ iteration, value }) => [iteration, value] as const),
    curveName,
    phases: phases.map(({ at, label }) => ({ at, label })),
    notes: Object.entries(notes).map(([key, note]) => `${key} ${typeof note === 'number' ? formatValue(note) : note}`),
  };
}

/** The last frame of each map as a chart. */
async function stillOf(options: EmbeddingViewerOptions): Promise<Figure> {
  const { views, classes = [], labels, title, name, alt, caption } = options;
  const figure = {
    title,
    ...(name !== undefined && { name }),
    ...(alt !== undefined && { alt }),
    ...(caption !== undefined && { caption }),
  };
  const charts = views.map((view) => {
    const last = framesOf(view).at(-1) as ArrayLike<number>;
    const points = Array.from({ length: last.length / 2 }, (_, i) => ({
      x: last[2 * i] as number,
      y: last[2 * i + 1] as number,
      group: classes[labels?.[i] ?? -1] ?? '',
    }));
    return { title: view.name, points, ...(view.notes && { notes: view.notes }) };
  });
  const [only] = charts;
  if (charts.length > 1 || only?.notes) return smallMultiples({ ...figure, charts });
  return scatterChart({ ...figure, axes: 'none', points: only?.points ?? [] });
}

/**
 * Makes an interactive map for a page: pan and zoom, classes to hide and show, each point's picture and name under the
 * pointer, pictures as points, several maps with pointer and choice in common, and frames to play with their curve.
 *
 * It is all in the page, asks no server, and works by keyboard. Each frame is fitted to its square, since the units of
 * an embedding mean nothing. Coordinates are stored as 16-bit numbers. Without scripts, and on paper, readers see the last
 * frame as a chart.
 * @throws ArgumentError unless there are one to four views of as many points, every number is finite, labels are indices
 *   of classes, ids and thumbnails are one a point, and the frames hold at most 6 million coordinates.
 */
export async function embeddingViewer(options: EmbeddingViewerOptions): Promise<EmbeddingViewer> {
  const { views, classes = [], labels, ids, thumbnails, thumbnailSize, title } = options;
  checkSome('views', views);
  if (views.length > 4) throw new ArgumentError('views', `views must be at most 4, got ${views.length}`);
  const points = views.map(checkView);
  const count = points[0] as number;
  const differs = points.find((own) => own !== count);
  if (differs !== undefined) {
    throw new ArgumentError('views', `views must be of the same points, got ${count} and ${differs} of them`);
  }
  checkViewer(options, count);
  const data: ViewerData = {
    title,
    points: count,
    classes: labels ? classes : [''],
    labels: base64(Uint8Array.from({ length: count }, (_, i) => labels?.[i] ?? 0)),
    ids: ids ?? null,
    sprite: thumbnails ? spriteSheet(thumbnails, thumbnailSize) : null,
    views: views.map(viewData),
  };
  return { still: await stillOf(options), data };
}
