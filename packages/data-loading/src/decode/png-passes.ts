import { type PngLayout, pngSamples } from '../header/png-layout.ts';

/** A smaller picture whose pixel (x, y) is the whole one's (left + x * stepX, top + y * stepY). */
export interface PngPass {
  readonly left: number;
  readonly top: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly width: number;
  readonly height: number;
  /** Of a row, without the number of its filter. */
  readonly rowBytes: number;
}

/** Adam7: left, top, step to the right, step down. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** In which parts a PNG's pixels come: one when it is not interlaced. Empty parts are left out. */
export function pngPasses({ width, height, depth, colourType, interlaced }: PngLayout): PngPass[] {
  const bits = depth * pngSamples(colourType);
  const passes = (interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const)).map(([left, top, stepX, stepY]) => {
    const columns = Math.ceil((width - left) / stepX);
    const rows = Math.ceil((height - top) / stepY);
    return { left, top, stepX, stepY, width: columns, height: rows, rowBytes: Math.ceil((columns * bits) / 8) };
  });
  return passes.filter((pass) => pass.width > 0 && pass.height > 0);
}
