import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { forward } from '../forward.ts';
import { logitsOf } from '../logits-of.ts';

/** A model's probabilities for a batch, its logits divided by a temperature. */
export function tempered(model: LayersModel, xs: tf.Tensor, temperature: number): tf.Tensor {
  if (temperature === 1) return forward(model, xs, { training: false });
  return tf.tidy(() => {
    const logits = tf.div(logitsOf(model, xs), temperature);
    return logits.shape.at(-1) === 1 ? tf.sigmoid(logits) : tf.softmax(logits);
  });
}
