import type { ImageSet } from '@animals/core';
import { type BatchSource, subsetSource } from '@animals/train';
import * as tf from '@tensorflow/tfjs-core';
import type { Base } from '../bases/create-base.ts';
import { checkImageSize } from '../features/check-image-size.ts';
import { preprocessedBatch } from '../features/preprocessed-batch.ts';
import { checkPixelRange } from '../preprocessing/check-pixel-range.ts';

/**
 * Serves pictures as a base wants them: `xs` preprocessed, `ys` of shape [n, 1]; for `fit` of @animals/train.
 *
 * @throws ArgumentError if the pictures are of another size than the base's, or not on the scale 0 to 255.
 */
export function baseSource(base: Base, images: ImageSet, indices?: ArrayLike<number>): BatchSource {
  checkImageSize(base, images);
  checkPixelRange(images.pixels);
  const source: BatchSource = {
    count: images.count,
    batch: (rows) => {
      const { data, shape } = preprocessedBatch(images, rows, base.preprocessing);
      const labels = Float32Array.from(rows, (row) => images.labels[row] as number);
      return { xs: tf.tensor4d(data, shape), ys: tf.tensor2d(labels, [rows.length, 1]) };
    },
  };
  return indices ? subsetSource(source, indices) : source;
}
