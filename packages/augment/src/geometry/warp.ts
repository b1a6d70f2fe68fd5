import type { Image, Pixels, Size } from '../image/image.ts';
import { pixelsLike } from '../image/pixels-like.ts';
import { extend } from './extend.ts';
import type { FillMode, Sampling } from './fill-mode.ts';
import { IDENTITY, type Matrix3 } from './matrix3.ts';
import type { SpatialMap } from './spatial-map.ts';

/** Size of the result, and what to do between and outside pixels. */
export interface WarpOptions<P extends Pixels> extends Sampling, Partial<Size> {
  /** Written to and returned in place of new pixels, whose type is the source's. */
  readonly into?: P;
  /** How far beyond the outermost centres `nearest` finds pixels under `constant`: 0 as scipy, 0.5 as PIL. */
  readonly reach?: number;
}

/**
 * Draws a picture anew through maps from places of the result to places of the source, interpolating once.
 *
 * The maps are applied one after the other, the first to the places of the result. Floats stay unrounded, bytes are
 * rounded to the nearest.
 * @see scipy.ndimage.map_coordinates with order 1 (bilinear) or 0 (nearest), whose values these are
 */
export function warp<S extends Pixels, P extends Pixels = S>(
  source: Image<S>,
  maps: readonly SpatialMap[],
  { height = source.height, width = source.width, interpolation, fillMode, cval, into, reach = 0 }: WarpOptions<P> = {},
): Image<P> {
  const { channels } = source;
  const pixels = into ?? (pixelsLike(source.pixels, height * width * channels) as unknown as P);
  const job: Job = {
    source,
    pixels,
    rows: new Float64Array(width),
    columns: new Float64Array(width),
    fillMode: fillMode ?? 'nearest',
    reach,
    // Stored in bytes, a value loses its fraction: half a step makes that the nearest.
    rounding: pixels instanceof Uint8Array ? 0.5 : 0,
    fill: pixels instanceof Uint8Array ? Math.min(255, Math.max(0, cval ?? 0)) : (cval ?? 0),
  };
  const drawRow = interpolation === 'nearest' ? nearestRow : channels === 3 ? bilinearRow3 : bilinearRow;
  const [first, ...rest] = maps;
  const affine = first?.matrix && first.matrix[6] === 0 && first.matrix[7] === 0 ? first.matrix : undefined;
  for (let r = 0; r < height; r++) {
    startRow(job, r, affine ?? IDENTITY);
    if (!affine) first?.mapRow(job.rows, job.columns);
    for (const map of rest) map.mapRow(job.rows, job.columns);
    drawRow(job, r * width * channels);
  }
  return { pixels, height, width, channels };
}

interface Job {
  readonly source: Image;
  readonly pixels: Pixels;
  /** Where the row's pixels lie in the source. */
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly fillMode: FillMode;
  readonly fill: number;
  readonly reach: number;
  readonly rounding: number;
}

/** A row's places under an affine matrix; added up in the order of scipy. */
function startRow({ rows, columns }: Job, row: number, [a, b, c, d, e, f]: Matrix3): void {
  const y = c + a * row;
  const x = f + d * row;
  for (let i = 0; i < rows.length; i++) {
    rows[i] = y + b * i;
    columns[i] = x + e * i;
  }
}

/**
 * Three channels at once: the kernel of almost every call.
 *
 * Written for the compiler: places are whole numbers by `| 0`, and sums stay in registers.
 */
function bilinearRow3({ source, pixels, rows, columns, fillMode, fill, rounding }: Job, start: number): void {
  const from = source.pixels;
  const height = source.height | 0;
  const width = source.width | 0;
  const bottom = (height - 1) | 0;
  const right = (width - 1) | 0;
  const stride = (width * 3) | 0;
  const count = rows.length | 0;
  let to = start | 0;
  for (let i = 0; i < count; i = (i + 1) | 0) {
    let y = rows[i]!;
    let x = columns[i]!;
    if (!(y >= 0 && y <= bottom && x >= 0 && x <= right)) {
      if (fillMode === 'constant') {
        pixels.fill(fill + rounding, to, to + 3);
        to = (to + 3) | 0;
        continue;
      }
      y = extend(y, height, fillMode);
      x = extend(x, width, fillMode);
    }
    const top = y | 0;
    const left = x | 0;
    const dy = y - top;
    const dx = x - left;
    const a = (Math.imul(top, stride) + Math.imul(left, 3)) | 0;
    const b = (left < right ? a + 3 : a) | 0;
    const down = (top < bottom ? stride : 0) | 0;
    const c = (a + down) | 0;
    const d = (b + down) | 0;
    const wd = dy * dx;
    const wc = dy - wd;
    const wb = dx - wd;
    const wa = 1 - dy - wb;
    pixels[to] = wa * from[a]! + wb * from[b]! + wc * from[c]! + wd * from[d]! + rounding;
    pixels[to + 1] = wa * from[a + 1]! + wb * from[b + 1]! + wc * from[c + 1]! + wd * from[d + 1]! + rounding;
    pixels[to + 2] = wa * from[a + 2]! + wb * from[b + 2]! + wc * from[c + 2]! + wd * from[d + 2]! + rounding;
    to = (to + 3) | 0;
  }
}

/** The same for any number of channels. */
function bilinearRow({ source, pixels, rows, columns, fillMode, fill, rounding }: Job, start: number): void {
  const { pixels: from, height, width, channels } = source;
  const [bottom, right] = [height - 1, width - 1];
  let to = start;
  for (let i = 0; i < rows.length; i++) {
    const inside = isInside(rows[i]!, columns[i]!, bottom, right);
    if (!inside && fillMode === 'constant') {
      for (let k = 0; k < channels; k++) pixels[to++] = fill + rounding;
      continue;
    }
    const y = inside ? rows[i]! : extend(rows[i]!, height, fillMode);
    const x = inside ? columns[i]! : extend(columns[i]!, width, fillMode);
    const [top, left] = [y | 0, x | 0];
    const [dy, dx] = [y - top, x - left];
    const a = (top * width + left) * channels;
    const across = left < right ? channels : 0;
    const down = top < bottom ? width * channels : 0;
    for (let k = a; k < a + channels; k++) {
      const upper = from[k]! * (1 - dx) + from[k + across]! * dx;
      const lower = from[k + down]! * (1 - dx) + from[k + down + across]! * dx;
      pixels[to++] = upper * (1 - dy) + lower * dy + rounding;
    }
  }
}

/** Takes the nearest pixel as it is. */
function nearestRow({ source, pixels, rows, columns, fillMode, fill, rounding, reach }: Job, start: number): void {
  const { pixels: from, height, width, channels } = source;
  const [bottom, right] = [height - 1, width - 1];
  let to = start;
  for (let i = 0; i < rows.length; i++) {
    const known = isInside(rows[i]! + reach, columns[i]! + reach, bottom + 2 * reach, right + 2 * reach);
    const inside = isInside(rows[i]!, columns[i]!, bottom, right);
    if (!known && fillMode === 'constant') {
      for (let k = 0; k < channels; k++) pixels[to++] = fill + rounding;
      continue;
    }
    const y = inside ? rows[i]! : extend(rows[i]!, height, fillMode);
    const x = inside ? columns[i]! : extend(columns[i]!, width, fillMode);
    const a = (Math.min(bottom, Math.floor(y + 0.5)) * width + Math.min(right, Math.floor(x + 0.5))) * channels;
    for (let k = a; k < a + channels; k++) pixels[to++] = from[k]!;
  }
}

function isInside(y: number, x: number, bottom: number, right: number): boolean {
  return y >= 0 && y <= bottom && x >= 0 && x <= right;
}
