import '@tensorflow/tfjs-backend-wasm';
import { DataError } from '@animals/core';
import { loadImages, scanFolder } from '@animals/data';
import { installWasmKernels } from '@animals/wasm-kernels';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectNoLeak, realData, realWeights } from '../../../../tools/src/testing/index.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { decodePredictions } from '../imagenet/decode-predictions.ts';
import { loadBase } from './load-base.ts';

const folders = [realWeights ?? ''];

beforeAll(async () => {
  await tf.setBackend('wasm');
  await installWasmKernels();
});

describe('loadBase', () => {
  it('names what is missing, and leaves no tensor behind', async () => {
    await expectNoLeak(async () => {
      const missing = loadBase('VGG16', { size: [32, 32], folders: [], cache: 'no-such-folder', download: false });
      await expect(missing).rejects.toBeInstanceOf(DataError);
    });
  });

  it.skipIf(!realWeights || !realData)(
    'loads a TFLite file with batch normalisations folded in, which names tigers "tiger"',
    async () => {
      const { base, weights, hash } = await loadBase('MobileNetV2', { top: true, folders, download: false });
      expect(weights.file).toMatch(/tf2_mobilenet_v2_1.0_224_ptq.tflite$/);
      expect(hash).toMatch(/^sha256:/);
      const manifest = await scanFolder(realData as string, { positive: 'tiger', negative: 'Tiger_negative_class' });
      const images = await loadImages(manifest, { size: [224, 224] });
      const tigers = Array.from(images.labels.keys())
        .filter((i) => images.labels[i] === 1)
        .slice(0, 40);
      const scores = await extractFeatures(base, images, { indices: tigers });
      const named = decodePredictions(scores, { count: 1 }).filter(([best]) => best?.name === 'tiger');
      expect(named.length).toBeGreaterThan(35);
      base.dispose();
    },
    120_000,
  );

  it.skipIf(!realWeights)('gives the same features folded and not', async () => {
    const options = { alpha: 0.35, size: [96, 96], folders, download: false } as const;
    const [plain, folded] = [
      await loadBase('MobileNetV2', options),
      await loadBase('MobileNetV2', { ...options, fold: true }),
    ];
    expect(folded.hash).toBe(plain.hash);
    const xs = tf.tensor4d(
      Float32Array.from({ length: 96 * 96 * 3 }, (_, i) => Math.sin(i)),
      [1, 96, 96, 3],
    );
    const outputs = [plain, folded].map(({ base }) => base.model.predict(xs) as tf.Tensor);
    const [a, b] = await Promise.all(outputs.map((output) => output.data()));
    expect(b).toBeAllClose(a as Float32Array, { atol: 1e-4 });
    tf.dispose([xs, ...outputs]);
    for (const { base } of [plain, folded]) base.dispose();
  });
});
