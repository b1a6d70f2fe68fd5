import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { nextTask } from './next-task.ts';
import type { Batch, BatchContext, BatchSource } from './sources/batch-source.ts';

/** Which samples are visited, in what order and in what portions. */
export interface BatchOptions {
  readonly batchSize: number;
  /** Default: every sample once, from 0. */
  readonly order?: Uint32Array;
  /** Training only: the context of a batch, by its number. */
  readonly context?: (index: number) => BatchContext;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Hands a source's batches to `visit`, one after the other, and disposes each afterwards; the last may be smaller.
 *
 * The event loop gets a turn after each batch.
 * @throws ArgumentError if the batch size is no integer from 1; the signal's reason before a batch once it is aborted.
 */
export async function forEachBatch(
  source: BatchSource,
  { batchSize, order = Uint32Array.from({ length: source.count }, (_, i) => i), context, signal }: BatchOptions,
  visit: (batch: Batch, index: number, size: number) => void | Promise<void>,
): Promise<void> {
  checkBatchSize(batchSize);
  for (let index = 0; index * batchSize < order.length; index++) {
    signal?.throwIfAborted();
    const chosen = order.slice(index * batchSize, (index + 1) * batchSize);
    const batch = await source.batch(chosen, context?.(index));
    try {
      await visit(batch, index, chosen.length);
    } finally {
      tf.dispose([batch.xs, batch.ys]);
    }
    await nextTask();
  }
}

/** @throws ArgumentError if the batch size is no integer from 1. */
export function checkBatchSize(batchSize: number): void {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new ArgumentError('batchSize', `batchSize must be an integer from 1, got ${batchSize}`);
  }
}
