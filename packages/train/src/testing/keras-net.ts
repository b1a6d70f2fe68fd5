import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, regularizers, sequential } from '@tensorflow/tfjs-layers';
import type { BatchSource } from '../sources/batch-source.ts';
import { tensorSource } from '../sources/tensor-source.ts';

/** `((np.arange(k) * 29 + 7) % 53 / 53 - 0.5) * scale` */
function ramp(shape: number[], scale: number): tf.Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = Array.from({ length: size }, (_, i) => (((i * 29 + 7) % 53) / 53 - 0.5) * scale);
  return tf.tensor(values, shape);
}

/**
 * A net with the same first weights as its Keras twin:
 *
 *     m = keras.Sequential([keras.Input((4, 4, 1)), layers.Conv2D(2, 3, activation='relu', kernel_regularizer=L2(l2)),
 *         layers.BatchNormalization(momentum=0.9), layers.Flatten(), layers.Dense(1, activation='sigmoid')])
 *     w = m.get_weights()
 *     m.set_weights([ramp(w[0].shape, 1.0), ramp(w[1].shape, 0.2), *w[2:6], ramp(w[6].shape, 1.5), w[7]])
 */
export function kerasNet({ l2 = 0 } = {}): LayersModel {
  const penalty = l2 > 0 ? { kernelRegularizer: regularizers.l2({ l2 }) } : {};
  const model = sequential({
    layers: [
      layers.conv2d({ filters: 2, kernelSize: 3, activation: 'relu', inputShape: [4, 4, 1], ...penalty }),
      layers.batchNormalization({ momentum: 0.9 }),
      layers.flatten(),
      layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  tf.tidy(() => {
    const [conv, norm, , dense] = model.layers;
    conv?.setWeights([ramp([3, 3, 1, 2], 1), ramp([2], 0.2)]);
    norm?.setWeights([tf.ones([2]), tf.zeros([2]), tf.zeros([2]), tf.ones([2])]);
    dense?.setWeights([ramp([8, 1], 1.5), tf.zeros([1])]);
  });
  return model;
}

/** `X = (((i * 37 + 11) % 101) / 101).reshape(12, 4, 4, 1)` with `i = np.arange(192)`, and twelve fixed labels. */
export function kerasData(): { source: BatchSource; dispose: () => void } {
  const xs = tf.tensor4d(
    Array.from({ length: 192 }, (_, i) => ((i * 37 + 11) % 101) / 101),
    [12, 4, 4, 1],
  );
  const ys = tf.tensor1d([0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0]);
  return { source: tensorSource(xs, ys), dispose: () => tf.dispose([xs, ys]) };
}
