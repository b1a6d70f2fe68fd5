import * as tf from '@tensorflow/tfjs-core';
import { CAFFE_MEAN, TORCH_MEAN, TORCH_SD } from './pixel-scale.ts';
import type { PreprocessingMode } from './preprocessing-mode.ts';

/**
 * Brings pixels, shape [n, height, width, 3] of 0 to 255 in red, green, blue, to the scale that a network was trained on.
 *
 * Differentiable. The range is not looked at here: `checkPixelRange` does that.
 * @see keras.applications.imagenet_utils.preprocess_input, whose values these are
 */
export function preprocessInput(pixels: tf.Tensor4D, mode: PreprocessingMode): tf.Tensor4D {
  return tf.tidy(() => {
    switch (mode) {
      case 'caffe':
        return tf.sub(tf.reverse(pixels, 3), tf.tensor1d([...CAFFE_MEAN]));
      case 'tf':
        return tf.sub(tf.div(pixels, 127.5), 1);
      case 'torch':
        return tf.div(tf.sub(tf.div(pixels, 255), tf.tensor1d([...TORCH_MEAN])), tf.tensor1d([...TORCH_SD]));
      case 'none':
        return tf.cast(tf.clone(pixels), 'float32');
      default:
        throw new TypeError(`no such preprocessing: ${mode satisfies never}`);
    }
  });
}
