import { decode } from 'fast-png';
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
  const ground = [1, 3, 5].map((at) => Number.parseInt(paper.slice(at, at + 2), 16));
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const alpha = (data[4 * i + 3] as number) / 255;
    for (let c = 0; c < 3; c++) {
      pixels[3 * i + c] = Math.round((data[4 * i + c] as number) * alpha + (ground[c] as number) * (1 - alpha));
    }
  }
  return { pixels, width, height };
}
