import * as tf from '@tensorflow/tfjs-core';
import type { PreprocessingMode } from './preprocessing-mode.ts';

/** Means over ImageNet of blue, green, red. */
const CAFFE_MEAN = [103.939, 116.779, 123.68];
const TORCH_MEAN = [0.485, 0.456, 0.406];
const TORCH_SD = [0.229, 0.224, 0.225];

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
        return tf.sub(tf.reverse(pixels, 3), tf.tensor1d(CAFFE_MEAN));
      case 'tf':
        return tf.sub(tf.div(pixels, 127.5), 1);
      case 'torch':
        return tf.div(tf.sub(tf.div(pixels, 255), tf.tensor1d(TORCH_MEAN)), tf.tensor1d(TORCH_SD));
      case 'none':
        return tf.cast(tf.clone(pixels), 'float32');
      default:
        throw new TypeError(`no such preprocessing: ${mode satisfies never}`);
    }
  });
}
