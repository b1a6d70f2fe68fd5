import { checkSome } from '../chart/check-numbers.ts';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { base64 } from '../image/base64.ts';
import { imageGrid } from '../image/image-grid.ts';
import { pngDataUri } from '../image/png-data-uri.ts';
import type { Raster } from '../image/raster.ts';
import { encodeGif, type GifOptions } from './encode-gif.ts';

export interface AnimationOptions extends FigureOptions, GifOptions {
  /** All of one size. */
  readonly frames: readonly Raster[];
  /** The frame for paper and for readers who asked for little motion. Default: the last. */
  readonly still?: number;
}

/**
 * Makes a figure that moves: a GIF of some frames, and one of them as a still picture.
 *
 * A page shows the still picture on paper, and to readers who asked their system for little motion.
 * @throws ArgumentError unless there are frames, all of one size, and what `encodeGif` refuses.
 */
export function animation({ frames, still, delay, loop, colours, ...options }: AnimationOptions): Figure {
  checkSome('frames', frames);
  const gif = encodeGif(frames, {
    ...(delay !== undefined && { delay }),
    ...(loop !== undefined && { loop }),
    ...(colours !== undefined && { colours }),
  });
  const chosen = frames[still ?? frames.length - 1] ?? (frames.at(-1) as Raster);
  const { width, height } = chosen;
  const alt = options.alt ?? `An animation of ${frames.length} frames.`;
  // Only the drawing that stands alone is needed of the grid.
  const { thumbnails: _, columns: __, ...figure } = imageGrid({ ...options, alt, images: [chosen], columns: 1 });
  const src = `data:image/gif;base64,${base64(gif)}`;
  return { ...figure, animation: { src, still: pngDataUri(chosen), width, height } };
}
