import { DataError } from '@animals/core';
import { type PngLayout, pngSamples } from '../header/png-layout.ts';

/** Adam7: first column, first row, column step, row step of each pass. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Inflates a PNG's pixel data piece by piece and counts it, so that a short file is noticed and a bomb does no harm.
 *
 * @throws DataError if the data is damaged, or not exactly as long as the header promises.
 */
export async function checkPngData(parts: readonly Uint8Array[], layout: PngLayout, path: string): Promise<void> {
  const expected = inflatedLength(layout);
  const inflated = await countInflated(parts, expected, path);
  if (inflated === expected) return;
  const difference = inflated < expected ? 'less' : 'more';
  throw new DataError(path, `is corrupt: it holds ${difference} pixel data than its header promises`);
}

async function countInflated(parts: readonly Uint8Array[], limit: number, path: string): Promise<number> {
  const stream = new Blob(parts as Uint8Array<ArrayBuffer>[]).stream().pipeThrough(new DecompressionStream('deflate'));
  let count = 0;
  try {
    for await (const piece of stream) {
      count += piece.length;
      if (count > limit) break;
    }
  } catch (error) {
    throw new DataError(path, 'is corrupt: its pixel data cannot be inflated', { cause: error });
  }
  return count;
}

/** Bytes of filtered rows, each with its filter's number before it. */
function inflatedLength({ width, height, depth, colourType, interlaced }: PngLayout): number {
  const bits = depth * pngSamples(colourType);
  if (!interlaced) return height * (1 + Math.ceil((width * bits) / 8));
  let sum = 0;
  for (const [x, y, stepX, stepY] of ADAM7) {
    const columns = Math.ceil((width - x) / stepX);
    const rows = Math.ceil((height - y) / stepY);
    if (columns > 0 && rows > 0) sum += rows * (1 + Math.ceil((columns * bits) / 8));
  }
  return sum;
}
