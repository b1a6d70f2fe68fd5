import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { BatchSource } from './batch-source.ts';

/**
 * Serves rows of two tensors of one length as batches.
 *
 * The tensors stay the caller's, who disposes them after the last batch. A vector of targets becomes a column [n, 1].
 * @throws ArgumentError if the lengths differ.
 */
export function tensorSource(xs: tf.Tensor, ys: tf.Tensor): BatchSource {
  const count = xs.shape[0] ?? 0;
  if (ys.shape[0] !== count) {
    throw new ArgumentError(
      'ys',
      `ys must have one row per row of xs (${count}), got ${ys.rank === 0 ? 'a scalar' : ys.shape[0]}`,
    );
  }
  return {
    count,
    batch: (indices) =>
      tf.tidy(() => {
        const rows = tf.tensor1d(Int32Array.from(indices), 'int32');
        const targets = tf.gather(ys, rows);
        return { xs: tf.gather(xs, rows), ys: ys.rank === 1 ? tf.expandDims(targets, 1) : targets };
      }),
  };
}
