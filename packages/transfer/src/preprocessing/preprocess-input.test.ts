import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { preprocessedBatch } from '../features/preprocessed-batch.ts';
import { checkPixelRange } from './check-pixel-range.ts';
import { preprocessInput } from './preprocess-input.ts';
import type { PreprocessingMode } from './preprocessing-mode.ts';

const PIXELS = [0, 128, 255, 17, 33.5, 240];

// Keras 3.15: keras.applications.imagenet_utils.preprocess_input(pixels of float32, mode=...)
const KERAS: readonly (readonly [PreprocessingMode, readonly number[]])[] = [
  [
    'caffe',
    [
      151.06100463867188, 11.221000671386719, -123.68000030517578, 136.06100463867188, -83.27899932861328,
      -106.68000030517578,
    ],
  ],
  ['tf', [-1, 0.003921627998352051, 1, -0.8666666746139526, -0.7372548580169678, 0.8823529481887817]],
  [
    'torch',
    [
      -2.1179039478302, 0.20518219470977783, 2.640000104904175, -1.8267831802368164, -1.4492297172546387,
      2.3785624504089355,
    ],
  ],
  ['none', PIXELS],
];

describe('preprocessInput', () => {
  it.each(KERAS)('scales pixels as Keras does: %s', async (mode, expected) => {
    await expectNoLeak(async () => {
      const pixels = tf.tensor4d(PIXELS, [1, 1, 2, 3]);
      const scaled = preprocessInput(pixels, mode);
      expect(scaled.shape).toEqual([1, 1, 2, 3]);
      expect(await scaled.data()).toBeAllClose(expected, { rtol: 1e-6, atol: 1e-6 });
      tf.dispose([pixels, scaled]);
    });
  });
});

describe('preprocessedBatch', () => {
  it.each(KERAS)('gives the same floats for chosen pictures of bytes: %s', async (mode) => {
    const pixels = Uint8Array.from({ length: 3 * 768 }, (_, i) => (i * 7 + Math.floor(i / 256)) % 256);
    const images = { pixels, height: 16, width: 16, channels: 3 };
    const { data, shape } = preprocessedBatch(images, Uint32Array.of(2, 0), mode);
    expect(shape).toEqual([2, 16, 16, 3]);
    const chosen = Float32Array.from([...pixels.subarray(2 * 768), ...pixels.subarray(0, 768)]);
    const expected = tf.tidy(() => preprocessInput(tf.tensor4d(chosen, shape), mode));
    expect(data).toEqual(await expected.data());
    expected.dispose();
  });
});

describe('checkPixelRange', () => {
  it('lets bytes pass, and black pictures', () => {
    for (const pixels of [PIXELS, [0, 0], [], [0, 2], [255]]) checkPixelRange(pixels);
  });

  it('refuses fractions, scaled pixels and what is no number', () => {
    expect(() => checkPixelRange([0, 0.5, 1])).toThrow('scale 0 to 255, got values from 0 to 1; the base scales them');
    expect(() => checkPixelRange([-1, 1])).toThrow('got values from -1 to 1');
    expect(() => checkPixelRange([3, 256])).toThrow('got values from 3 to 256');
    expect(() => checkPixelRange([3, Number.NaN])).toThrow('got NaN');
  });
});
