import type { Tensor } from '@tensorflow/tfjs-core';

/** One batch: inputs and targets, of one length along the first axis. It belongs to whoever asked for it. */
export interface Batch {
  readonly xs: Tensor;
  readonly ys: Tensor;
}

/** Where in the training a batch is used, so that a source can derive random numbers from it. */
export interface BatchContext {
  /** From 0. */
  readonly epoch: number;
  /** Batches since training began, from 0; it goes on across epochs. */
  readonly step: number;
}

/** Samples that can be asked for by index, a batch at a time. */
export interface BatchSource {
  readonly count: number;
  /**
   * Makes new tensors of the samples at `indices`, in that order; the caller disposes them.
   *
   * `context` is given in training only: a source that augments does so when it is there.
   */
  batch(indices: Uint32Array, context?: BatchContext): Batch | Promise<Batch>;
}
