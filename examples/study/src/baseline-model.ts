import * as tf from '@tensorflow/tfjs-layers';

/**
 * The study's baseline: Conv2D(32, 3x3, relu) - MaxPool(2) - Flatten - Dense(100, relu) - Dense(1, sigmoid).
 *
 * 11,908,297 parameters at 124 pixels. The caller disposes it.
 * @param size side of the square RGB input, in pixels.
 */
export function baselineModel(size: number): tf.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [size, size, 3], filters: 32, kernelSize: 3, activation: 'relu', name: 'conv' }),
      tf.layers.maxPooling2d({ poolSize: 2, name: 'pool' }),
      tf.layers.flatten({ name: 'flatten' }),
      tf.layers.dense({ units: 100, activation: 'relu', name: 'dense' }),
      tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'probability' }),
    ],
  });
}
