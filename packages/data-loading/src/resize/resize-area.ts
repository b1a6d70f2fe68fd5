import { type AreaTaps, areaTaps } from './area-taps.ts';
import type { ByteImage } from './byte-image.ts';

/**
 * Averages over the area of the picture that each output covers, and rounds half up.
 *
 * @see cv2.INTER_AREA: within one level, where both sides shrink or both grow.
 */
export function resizeArea(image: ByteImage, [height, width]: readonly [height: number, width: number]): Uint8Array {
  const columns = areaTaps(image.width, width);
  const { first, count, weights, stride } = areaTaps(image.height, height);
  const rowLength = width * image.channels;
  const out = new Uint8Array(height * rowLength);
  const sums = new Float64Array(rowLength);
  for (let y = 0; y < height; y++) {
    sums.fill(0.5);
    for (let i = 0; i < (count[y] as number); i++) {
      addRow(image, (first[y] as number) + i, columns, weights[y * stride + i] as number, sums);
    }
    // What rounding leaves of 256 - 0.5 must not wrap to 0.
    for (let x = 0; x < rowLength; x++) out[y * rowLength + x] = Math.min(255, sums[x] as number);
  }
  return out;
}

/** Adds one input row, averaged along itself, with its share of the output row. */
function addRow(image: ByteImage, row: number, columns: AreaTaps, share: number, sums: Float64Array): void {
  const { pixels, channels } = image;
  const { first, count, weights, stride } = columns;
  const start = row * image.width * channels;
  for (let x = 0, to = 0; x < first.length; x++, to += channels) {
    let from = start + (first[x] as number) * channels;
    for (let i = x * stride, end = i + (count[x] as number); i < end; i++, from += channels) {
      const weight = (weights[i] as number) * share;
      for (let c = 0; c < channels; c++) {
        sums[to + c] = (sums[to + c] as number) + (pixels[from + c] as number) * weight;
      }
    }
  }
}
