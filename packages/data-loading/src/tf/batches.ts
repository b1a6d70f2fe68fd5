import { ArgumentError, type ImageSet } from '@animals/core';
import { type Tensor2D, type Tensor4D, tensor2d } from '@tensorflow/tfjs-core';
import { checkIndices, toTensor } from './to-tensor.ts';

/** Some pictures and their labels; whoever pulled it disposes `xs` and `ys`. */
export interface Batch {
  /** Shape [n, height, width, channels], in [0, 1]. */
  readonly xs: Tensor4D;
  /** Shape [n, 1], the label as a float. */
  readonly ys: Tensor2D;
  /** Which pictures of the set these are. */
  readonly indices: Uint32Array;
}

/** Which pictures, in which order, and how many at a time. */
export interface BatchOptions {
  /** In the order wanted, as nothing is shuffled here; every picture in the set's order when left out. */
  readonly indices?: ArrayLike<number>;
  readonly batchSize?: number;
}

/**
 * Hands out pictures and labels as tensors, some at a time; the last batch may be smaller.
 *
 * A batch is made when it is pulled, and belongs to whoever pulled it. Leaving early leaves nothing behind.
 * @throws ArgumentError at the call if batchSize or an index breaks its rule.
 */
export function batches(images: ImageSet, { indices, batchSize = 32 }: BatchOptions = {}): Generator<Batch, void> {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new ArgumentError('batchSize', `batchSize must be a whole number of at least 1, got ${batchSize}`);
  }
  const order = indices ?? Array.from({ length: images.count }, (_, i) => i);
  checkIndices(images, order);
  return pull(images, Uint32Array.from(order), batchSize);
}

function* pull(images: ImageSet, order: Uint32Array, batchSize: number): Generator<Batch, void> {
  for (let start = 0; start < order.length; start += batchSize) {
    const indices = order.slice(start, start + batchSize);
    const ys = tensor2d(
      Float32Array.from(indices, (index) => images.labels[index] as number),
      [indices.length, 1],
    );
    yield { xs: toTensor(images, indices), ys, indices };
  }
}
