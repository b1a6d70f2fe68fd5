import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { type Base, createBase } from '../bases/create-base.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { readOnnx } from '../testing/read-onnx.ts';
import { tinyImages } from '../testing/tiny-images.ts';
import type { Onnxruntime } from './load-onnxruntime.ts';
import { onnxBase } from './onnx-base.ts';

/** An onnxruntime that runs the base itself, and what it was told. */
function standIn({ model }: Base) {
  const told: { models: Uint8Array[]; settings: unknown[]; released: number } = {
    models: [],
    settings: [],
    released: 0,
  };
  const predict = async ({ pixels }: Record<string, { data: unknown; dims?: unknown }>) => {
    const input = tf.tensor4d(pixels?.data as Float32Array, pixels?.dims as [number, number, number, number]);
    const output = model.predictOnBatch(input) as tf.Tensor;
    const data = await output.data();
    tf.dispose([input, output]);
    return { features: { data } };
  };
  const onnxruntime: Onnxruntime = {
    InferenceSession: {
      create: async (bytes, settings) => {
        told.models.push(bytes);
        told.settings.push(settings);
        return { run: predict, release: async () => void told.released++ };
      },
    },
    Tensor: class {
      readonly data: Float32Array;
      readonly dims: readonly number[];
      constructor(_: 'float32', data: Float32Array, dims: readonly number[]) {
        this.data = data;
        this.dims = dims;
      }
    },
  };
  return { onnxruntime, told };
}

describe('onnxBase', () => {
  it('preprocesses, batches, counts and refuses as extractFeatures does, and leaves no tensor', async () => {
    const base = createBase('MobileNet', { size: [32, 32], alpha: 0.25, seed: 3 });
    const images = tinyImages(5);
    await expectNoLeak(async () => {
      const { onnxruntime, told } = standIn(base);
      const fast = await onnxBase(onnxruntime, base, 2);
      expect(readOnnx(told.models[0] as Uint8Array).output).toBe('features');
      expect(told.settings).toEqual([{ intraOpNumThreads: 2 }]);
      const options = { indices: [4, 0, 2], batchSize: 2 };
      const counts: number[] = [];
      const features = await fast.extractFeatures(images, { ...options, onProgress: ({ done }) => counts.push(done) });
      expect(features).toEqual(await extractFeatures(base, images, options));
      expect(counts).toEqual([2, 3]);
      await expect(fast.extractFeatures(tinyImages(1, 16))).rejects.toThrow('32 x 32 x 3');
      await expect(fast.extractFeatures(images, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
        'enough',
      );
      await fast.dispose();
      expect(told.released).toBe(1);
    });
    base.dispose();
  });
});
