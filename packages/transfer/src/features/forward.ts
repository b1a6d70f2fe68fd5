import * as tf from '@tensorflow/tfjs-core';
import type { Base } from '../bases/create-base.ts';
import { preprocessInput } from '../preprocessing/preprocess-input.ts';
import { gather, type Pixels } from './gather.ts';

/** The features of the pictures at `indices`, preprocessed, in one batch; no tensor is left. */
export async function forward(base: Base, images: Pixels, indices: Uint32Array): Promise<Float32Array> {
  const output = tf.tidy(
    () => base.model.predictOnBatch(preprocessInput(gather(images, indices), base.preprocessing)) as tf.Tensor,
  );
  try {
    return (await output.data()) as Float32Array;
  } finally {
    output.dispose();
  }
}
