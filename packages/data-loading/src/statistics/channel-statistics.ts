import { ArgumentError, type ImageSet } from '@animals/core';

/** Mean and population standard deviation of each channel, of values scaled to [0, 1]. */
export interface ChannelStatistics {
  readonly mean: readonly number[];
  readonly std: readonly number[];
}

/**
 * Measures each channel over some pictures of a set: those of the training part, lest the others leak into a scaling.
 *
 * @param indices of the pictures; one that stands twice counts twice
 * @throws ArgumentError if there is none, or one is out of range.
 */
export function channelStatistics(images: ImageSet, indices: ArrayLike<number>): ChannelStatistics {
  const { pixels, channels, count, height, width } = images;
  if (indices.length === 0) throw new ArgumentError('indices', 'indices must name at least one picture, got none');
  // Sums of whole numbers below 2^53: exact, in whatever order.
  const sums = new Float64Array(channels);
  const squares = new Float64Array(channels);
  const length = height * width * channels;
  for (let i = 0; i < indices.length; i++) {
    const start = checkIndex(indices[i] as number, count) * length;
    for (let at = start; at < start + length; at += channels) {
      for (let c = 0; c < channels; c++) {
        const value = pixels[at + c] as number;
        sums[c] = (sums[c] as number) + value;
        squares[c] = (squares[c] as number) + value * value;
      }
    }
  }
  const n = indices.length * height * width;
  const mean = Array.from(sums, (sum) => sum / n);
  const std = mean.map((m, c) => Math.sqrt(Math.max(0, (squares[c] as number) / n - m * m)) / 255);
  return { mean: mean.map((m) => m / 255), std };
}

function checkIndex(index: number, count: number): number {
  if (Number.isInteger(index) && index >= 0 && index < count) return index;
  throw new ArgumentError('indices', `indices must be whole numbers from 0 to ${count - 1}, got ${index}`);
}
