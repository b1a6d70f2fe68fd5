import * as tf from '@tensorflow/tfjs-core';
import type { Base } from '../bases/create-base.ts';
import { type Pixels, preprocessedBatch } from './preprocessed-batch.ts';

/** The features of the pictures at `indices`, preprocessed, in one batch; no tensor is left. */
export async function forward(base: Base, images: Pixels, indices: Uint32Array): Promise<Float32Array> {
  const { data, shape } = preprocessedBatch(images, indices, base.preprocessing);
  const output = tf.tidy(() => base.model.predictOnBatch(tf.tensor4d(data, shape)) as tf.Tensor);
  try {
    return (await output.data()) as Float32Array;
  } finally {
    output.dispose();
  }
}
