import { ArgumentError } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';

/** @throws ArgumentError if a matrix of distances is not square, or a distance is negative. */
export function checkDistances({ data, rows, columns }: FloatMatrix): void {
  if (rows !== columns) {
    const rule = "xs must be square with metric 'precomputed', a distance for each pair of samples";
    throw new ArgumentError('xs', `${rule}, got ${rows} rows of ${columns}`);
  }
  const negative = data.findIndex((distance) => distance < 0);
  if (negative >= 0) {
    const place = `row ${Math.floor(negative / columns)}, column ${negative % columns}`;
    throw new ArgumentError('xs', `xs must hold distances of at least 0, got ${data[negative]} at ${place}`);
  }
}
