import '@tensorflow/tfjs-backend-wasm';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataError } from '@animals/core';
import { loadImages, scanFolder } from '@animals/data';
import { installWasmKernels } from '@animals/wasm-kernels';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectNoLeak, realData, realWeights } from '../../../../tools/src/testing/index.ts';
import { createBase } from '../bases/create-base.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { decodePredictions } from '../imagenet/decode-predictions.ts';
import { saveWeights } from '../weights/save-weights.ts';
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

  it('has the weights of any format, and one hash for all', async () => {
    const drawn = createBase('MobileNet', { alpha: 0.25, size: [32, 32], seed: 3 });
    const folder = await mkdtemp(path.join(tmpdir(), 'load-base-'));
    await writeFile(
      path.join(folder, 'mobilenet_0.25_224.weights.h5'),
      await saveWeights(drawn.model, { format: 'keras' }),
    );
    await writeFile(path.join(folder, 'mobilenet_0.25_128.safetensors'), await saveWeights(drawn.model));
    const loaded = await Promise.all(
      [224, 128].map((side) =>
        loadBase('MobileNet', { alpha: 0.25, size: [side, side], folders: [folder], download: false }),
      ),
    );
    expect(loaded.map(({ weights }) => path.extname(weights.file))).toEqual(['.h5', '.safetensors']);
    expect(loaded[0]?.hash).toBe(loaded[1]?.hash);
    for (const { base } of loaded) {
      const bytes = await saveWeights(base.model);
      expect(Buffer.compare(bytes, await saveWeights(drawn.model))).toBe(0);
      base.dispose();
    }
    drawn.dispose();
    await rm(folder, { recursive: true });
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
