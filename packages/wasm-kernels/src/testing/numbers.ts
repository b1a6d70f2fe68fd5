import * as tf from '@tensorflow/tfjs-core';

/** A stream of numbers in [-1, 1), the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

/** A tensor of such numbers. */
export function randomTensor<R extends tf.Rank>(shape: tf.ShapeMap[R], seed: number): tf.Tensor<R> {
  const next = numbers(seed);
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, next), shape, 'float32') as tf.Tensor<R>;
}
