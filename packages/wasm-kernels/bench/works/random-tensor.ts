import { createRng } from '@animals/core';
import type { Rank, ShapeMap, Tensor } from '@tensorflow/tfjs-core';
import type { BenchTf } from './bench-tf.ts';

/** Uniform values in [-scale, scale): zeros and constants would time another path in some libraries. */
export function randomTensor<R extends Rank>({ core }: BenchTf, shape: ShapeMap[R], scale = 1): Tensor<R> {
  const rng = createRng(shape.length);
  const values = Float32Array.from({ length: core.util.sizeFromShape(shape) }, () => rng.uniform(-scale, scale));
  return core.tensor(values, shape);
}
