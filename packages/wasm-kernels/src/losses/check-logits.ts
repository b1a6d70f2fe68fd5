import { ArgumentError } from '@animals/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { sameShape } from '../plan/conv-info.ts';

/** @throws ArgumentError if the shapes differ, or there is no last axis of at least `columns` entries. */
export function checkLogits(labels: Tensor, logits: Tensor, columns = 0): void {
  if (!sameShape(labels.shape, logits.shape)) {
    throw new ArgumentError(
      'labels',
      `labels must have the shape of the logits, [${logits.shape}], got [${labels.shape}]; use tf.oneHot or tf.reshape`,
    );
  }
  if (columns > 0 && !(logits.shape[logits.rank - 1]! >= columns)) {
    throw new ArgumentError('logits', `logits must have a last axis of classes, got the shape [${logits.shape}]`);
  }
}
