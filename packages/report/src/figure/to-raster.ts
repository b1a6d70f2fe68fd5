import { decode } from 'fast-png';
import { onPaper } from '../image/on-paper.ts';
import type { Raster } from '../image/raster.ts';
import { type PngOptions, toPng } from './to-png.ts';

export interface RasterOptions extends PngOptions {
  /** What shows through where nothing is drawn, `#rrggbb`. Default: white. */
  readonly paper?: string;
}

/**
 * Draws an SVG as RGB pixels, for instance for the frames of an animation.
 *
 * @throws ArgumentError if the scale is not in (0, 8], or the text is not an SVG.
 */
export async function toRaster(svg: string, { paper = '#ffffff', ...options }: RasterOptions = {}): Promise<Raster> {
  const { data, width, height } = decode(await toPng(svg, options));
  return { pixels: onPaper(data, paper), width, height };
}
