import { ArgumentError } from '@animals/core';
import { installWasmKernels } from '@animals/wasm-kernels';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBase } from '../bases/create-base.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { foldBatchNorm } from '../folding/fold-batch-norm.ts';
import { formulaWeights } from '../testing/formula.ts';
import { tinyImages } from '../testing/tiny-images.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { createOnnxBase } from './create-onnx-base.ts';
import { loadOnnxruntime } from './load-onnxruntime.ts';

beforeAll(async () => {
  await tf.setBackend('wasm');
  await installWasmKernels();
});

const isMissing = await loadOnnxruntime().then(
  () => false,
  () => true,
);

describe('createOnnxBase', () => {
  it('refuses threads that are no count', async () => {
    const base = createBase('MobileNet', { size: [32, 32], alpha: 0.25 });
    for (const threads of [0, 1.5, -1]) {
      await expect(createOnnxBase(base, { threads })).rejects.toThrow(ArgumentError);
    }
    base.dispose();
  });

  it.skipIf(!isMissing)('says what to install', async () => {
    const base = createBase('MobileNet', { size: [32, 32], alpha: 0.25 });
    await expect(createOnnxBase(base)).rejects.toThrow('npm i onnxruntime-node');
    base.dispose();
  });

  // Skipped where onnxruntime-node, which is optional, is not installed.
  it.skipIf(isMissing).each(['MobileNet', 'MobileNetV2', 'ResNet50', 'ResNet50V2', 'VGG16', 'EfficientNetB0'] as const)(
    'has the features of %s, by onnxruntime itself',
    async (name) => {
      const plain = createBase(name, { size: [64, 64] });
      loadWeights(plain.model, formulaWeights(plain.model));
      const base = foldBatchNorm(plain);
      const images = tinyImages(3, 64);
      const [slow, unfolded] = [await extractFeatures(base, images), await createOnnxBase(plain, { threads: 1 })];
      const fast = await createOnnxBase(base, { threads: 1 });
      plain.dispose();
      base.dispose();
      const largest = slow.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      for (const each of [fast, unfolded]) {
        const { data } = await each.extractFeatures(images, { batchSize: 2 });
        expect(data).toBeAllClose(slow.data, { rtol: 0, atol: 1e-4 * largest });
        await each.dispose();
      }
    },
    60_000,
  );
});
