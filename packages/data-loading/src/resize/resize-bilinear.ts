import { type LinearTaps, linearTaps } from './linear-taps.ts';

/** Samples of any range, row-major, shape [height, width, channels]. */
export interface Raster {
  readonly pixels: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** Samples from a pixel to the next, where that is not `channels`: those behind the channels are not read. */
  readonly step?: number;
}

/**
 * Resizes by linear interpolation between pixel centres, without antialiasing, and writes `value + bias` to `out`.
 *
 * `out` has shape [height, width, channels]. With a bias of 0.5 and a Uint8Array, values are rounded half up.
 * @see tf.image.resize(method='bilinear', antialias=False) and cv2.INTER_LINEAR, whose values these are.
 */
export function resizeBilinear(
  image: Raster,
  [height, width]: readonly [height: number, width: number],
  out: Float32Array | Uint8Array,
  bias = 0,
): void {
  const columns = linearTaps(image.width, width);
  const rows = linearTaps(image.height, height);
  const rowLength = width * image.channels;
  const cache = createRowCache(image, columns, rowLength);
  for (let y = 0; y < height; y++) {
    const lower = rows.lower[y] as number;
    const top = cache(lower, lower);
    const bottom = cache(rows.upper[y] as number, lower);
    mixRows(top, bottom, rows.weight[y] as number, bias, out, y * rowLength);
  }
}

function mixRows(
  top: Float64Array,
  bottom: Float64Array,
  weight: number,
  bias: number,
  out: Float32Array | Uint8Array,
  to: number,
): void {
  for (let i = 0; i < top.length; i++) {
    const a = top[i] as number;
    out[to + i] = a + ((bottom[i] as number) - a) * weight + bias;
  }
}

/** Keeps the last two stretched rows: each input row is stretched once, however many output rows lie between. */
function createRowCache(image: Raster, columns: LinearTaps, rowLength: number) {
  const slots = [0, 1].map(() => ({ row: -1, values: new Float64Array(rowLength) }));
  const stretch = image.channels === 3 ? stretchRgbRow : stretchRow;
  return (row: number, keep: number): Float64Array => {
    const hit = slots.find((slot) => slot.row === row);
    if (hit) return hit.values;
    const slot = slots.find((candidate) => candidate.row !== keep) as (typeof slots)[0];
    slot.row = row;
    stretch(image, row, columns, slot.values);
    return slot.values;
  };
}

function stretchRow(
  { pixels, width, channels, step = channels }: Raster,
  row: number,
  taps: LinearTaps,
  out: Float64Array,
): void {
  const start = row * width * step;
  for (let x = 0, to = 0; x < taps.weight.length; x++) {
    const left = start + (taps.lower[x] as number) * step;
    const right = start + (taps.upper[x] as number) * step;
    const weight = taps.weight[x] as number;
    for (let c = 0; c < channels; c++, to++) {
      const a = pixels[left + c] as number;
      out[to] = a + ((pixels[right + c] as number) - a) * weight;
    }
  }
}

/** `stretchRow` for three channels, written out: the loop over channels costs more than what is in it. */
function stretchRgbRow({ pixels, width, step = 3 }: Raster, row: number, taps: LinearTaps, out: Float64Array): void {
  const { lower, upper, weight } = taps;
  const start = row * width * step;
  for (let x = 0, to = 0; x < weight.length; x++, to += 3) {
    const left = start + step * (lower[x] as number);
    const right = start + step * (upper[x] as number);
    const share = weight[x] as number;
    const red = pixels[left] as number;
    const green = pixels[left + 1] as number;
    const blue = pixels[left + 2] as number;
    out[to] = red + ((pixels[right] as number) - red) * share;
    out[to + 1] = green + ((pixels[right + 1] as number) - green) * share;
    out[to + 2] = blue + ((pixels[right + 2] as number) - blue) * share;
  }
}
