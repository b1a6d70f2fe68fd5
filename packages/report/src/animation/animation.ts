import { ArgumentError } from '@animals/core';
import { checkSome } from '../chart/check-numbers.ts';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { base64 } from '../image/base64.ts';
import { imageGrid } from '../image/image-grid.ts';
import { onPaper } from '../image/on-paper.ts';
import { pngDataUri } from '../image/png-data-uri.ts';
import type { Raster } from '../image/raster.ts';
import { encodeGif, type GifOptions } from './encode-gif.ts';
import { encodeWebp, type WebpOptions } from './encode-webp.ts';
import { hasAlpha } from './rgba-of.ts';

interface FramesToShow extends FigureOptions {
  /** All of one size. */
  readonly frames: readonly Raster[];
  /** The frame for paper and for readers who asked for little motion. Default: the last. */
  readonly still?: number;
}

/** A GIF, the default, which everything shows; or a WebP, which has all colours. */
export type AnimationOptions = FramesToShow &
  (({ readonly format?: 'gif' } & GifOptions) | ({ readonly format: 'webp' } & WebpOptions));

/**
 * Makes a figure that moves: a GIF or a WebP of some frames, and one of them as a still picture.
 *
 * A page shows the still picture on paper, and to readers who asked their system for little motion.
 * @throws ArgumentError unless there are frames, all of one size, and what `encodeGif` or `encodeWebp` refuses.
 */
export async function animation(options: AnimationOptions): Promise<Figure> {
  const { title, name, alt, caption, frames, still } = options;
  checkSome('frames', frames);
  const src = await encoded(options);
  const picture = opaque(frames[still ?? frames.length - 1] ?? (frames.at(-1) as Raster));
  // Only the drawing that stands alone is needed of the grid.
  const {
    thumbnails: _,
    columns: __,
    ...figure
  } = imageGrid({
    title,
    ...(name !== undefined && { name }),
    ...(caption !== undefined && { caption }),
    alt: alt ?? `An animation of ${frames.length} frames.`,
    images: [picture],
    columns: 1,
  });
  const { width, height } = picture;
  return { ...figure, animation: { src, still: pngDataUri(picture), width, height } };
}

/** The moving picture as a `data:` address. */
async function encoded(options: AnimationOptions): Promise<string> {
  if (options.format === 'webp') {
    refuse('colours', options, 'a GIF');
    return `data:image/webp;base64,${base64(await encodeWebp(options.frames, options))}`;
  }
  if (options.format !== undefined && options.format !== 'gif') {
    throw new ArgumentError('format', `format must be 'gif' or 'webp', got ${JSON.stringify(options.format)}`);
  }
  refuse('quality', options, 'a WebP');
  return `data:image/gif;base64,${base64(encodeGif(options.frames, options))}`;
}

/** Refuses an option that would have no effect. */
function refuse(option: string, options: object, kind: string): void {
  if (Reflect.get(options, option) === undefined) return;
  throw new ArgumentError(
    option,
    `${option} must be left out: it is for ${kind}, got format ${Reflect.get(options, 'format')}`,
  );
}

const opaque = (frame: Raster): Raster => (hasAlpha(frame) ? { ...frame, pixels: onPaper(frame.pixels) } : frame);
