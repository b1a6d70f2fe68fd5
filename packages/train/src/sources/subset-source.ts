import { ArgumentError } from '@animals/core';
import type { BatchSource } from './batch-source.ts';

/**
 * Narrows a source to the samples at `indices`, renumbered from 0 in that order.
 *
 * @throws ArgumentError if an index is no integer in [0, count).
 */
export function subsetSource(source: BatchSource, indices: ArrayLike<number>): BatchSource {
  const chosen = Uint32Array.from(indices);
  for (let i = 0; i < chosen.length; i++) {
    if (chosen[i] !== indices[i] || (chosen[i] as number) >= source.count) {
      throw new ArgumentError('indices', `indices must be integers in [0, ${source.count}), got ${indices[i]} at ${i}`);
    }
  }
  return {
    count: chosen.length,
    batch: (positions, context) =>
      source.batch(
        positions.map((position) => chosen[position] as number),
        context,
      ),
  };
}
