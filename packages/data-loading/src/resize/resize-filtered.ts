import type { ByteImage } from './byte-image.ts';
import { type FilterTaps, filterTaps, WEIGHT_BITS } from './filter-taps.ts';
import { PILLOW_FILTERS } from './pillow-filters.ts';
import { rememberTaps } from './remember-taps.ts';

/** Methods that Pillow's `resize` has, antialiased when shrinking. */
export type PillowMethod = keyof typeof PILLOW_FILTERS;

const HALF = 1 << (WEIGHT_BITS - 1);

const TAPS = Object.fromEntries(
  Object.entries(PILLOW_FILTERS).map(([name, filter]) => [
    name,
    rememberTaps((from, to) => filterTaps(filter, from, to)),
  ]),
) as Record<PillowMethod, (from: number, to: number) => FilterTaps>;

/**
 * Resizes in two passes, along rows and then along columns, with bytes in between; an axis that keeps its length has none.
 *
 * @see Pillow, src/libImaging/Resample.c: equal bit for bit.
 */
export function resizeFiltered(
  { pixels, height, width, channels }: ByteImage,
  [toHeight, toWidth]: readonly [height: number, width: number],
  method: PillowMethod,
): Uint8Array {
  const taps = TAPS[method];
  const wide = toWidth === width ? pixels : alongRows(pixels, height, width, channels, taps(width, toWidth));
  if (toHeight === height) return wide === pixels ? pixels.slice() : wide;
  return alongColumns(wide, toWidth * channels, taps(height, toHeight));
}

function alongRows(pixels: Uint8Array, height: number, width: number, channels: number, taps: FilterTaps): Uint8Array {
  const rowLength = taps.first.length * channels;
  const out = new Uint8Array(height * rowLength);
  const filterRow = channels === 3 ? filterRgbRow : filterAnyRow;
  for (let y = 0; y < height; y++) filterRow(pixels, y * width * channels, taps, out, y * rowLength, channels);
  return out;
}

function filterAnyRow(
  pixels: Uint8Array,
  start: number,
  { first, count, weights, stride }: FilterTaps,
  out: Uint8Array,
  to: number,
  channels: number,
): void {
  for (let x = 0; x < first.length; x++) {
    for (let c = 0; c < channels; c++) {
      let from = start + (first[x] as number) * channels + c;
      let sum = HALF;
      for (let i = x * stride, end = i + (count[x] as number); i < end; i++, from += channels) {
        sum = (sum + Math.imul(pixels[from] as number, weights[i] as number)) | 0;
      }
      out[to++] = clip(sum);
    }
  }
}

/** `filterAnyRow` for three channels at a time, which spares two of three looks at each weight. */
function filterRgbRow(
  pixels: Uint8Array,
  start: number,
  { first, count, weights, stride }: FilterTaps,
  out: Uint8Array,
  to: number,
): void {
  for (let x = 0; x < first.length; x++, to += 3) {
    let from = start + 3 * (first[x] as number);
    let red = HALF;
    let green = HALF;
    let blue = HALF;
    for (let i = x * stride, end = i + (count[x] as number); i < end; i++, from += 3) {
      const weight = weights[i] as number;
      red = (red + Math.imul(pixels[from] as number, weight)) | 0;
      green = (green + Math.imul(pixels[from + 1] as number, weight)) | 0;
      blue = (blue + Math.imul(pixels[from + 2] as number, weight)) | 0;
    }
    out[to] = clip(red);
    out[to + 1] = clip(green);
    out[to + 2] = clip(blue);
  }
}

function alongColumns(pixels: Uint8Array, rowLength: number, taps: FilterTaps): Uint8Array {
  const { first, count, weights, stride } = taps;
  const out = new Uint8Array(first.length * rowLength);
  const sums = new Int32Array(rowLength);
  for (let y = 0, to = 0; y < first.length; y++) {
    sums.fill(HALF);
    let from = (first[y] as number) * rowLength;
    for (let i = y * stride, end = i + (count[y] as number); i < end; i++) {
      const weight = weights[i] as number;
      for (let x = 0; x < rowLength; x++, from++) {
        sums[x] = (sums[x] as number) + Math.imul(pixels[from] as number, weight);
      }
    }
    for (let x = 0; x < rowLength; x++, to++) out[to] = clip(sums[x] as number);
  }
  return out;
}

function clip(sum: number): number {
  const value = sum >> WEIGHT_BITS;
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
