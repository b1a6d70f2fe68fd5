import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { forward } from './forward.ts';
import { EPSILON } from './losses/epsilon.ts';
import { endsIn, withoutLastActivation } from './output-logits.ts';

/**
 * What goes into a classifier's last sigmoid or softmax for a batch, in inference mode.
 *
 * Behind a nested model it is computed back from the probabilities, clipped to [1e-7, 1 - 1e-7]; of a softmax up to a
 * constant a row.
 */
export function logitsOf(model: LayersModel, xs: tf.Tensor): tf.Tensor {
  if (endsIn(model, 'sigmoid') || endsIn(model, 'softmax')) {
    return withoutLastActivation(model, () => forward(model, xs, { training: false }));
  }
  return tf.tidy(() => {
    const p = tf.clipByValue(forward(model, xs, { training: false }), EPSILON, 1 - EPSILON);
    return p.shape.at(-1) === 1 ? tf.log(tf.div(p, tf.sub(1, p))) : tf.log(p);
  });
}
