import { installWasmKernels } from '@animals/wasm-kernels';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import type { BaseName } from '../bases/base-name.ts';
import { createBase } from '../bases/create-base.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { formulaWeights } from '../testing/formula.ts';
import { tinyImages } from '../testing/tiny-images.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { foldBatchNorm } from './fold-batch-norm.ts';

const kinds = (layers: readonly { getClassName(): string }[], kind: string) =>
  layers.filter((layer) => layer.getClassName() === kind).length;

/** Network, batch normalisations that stay (those before a convolution), paddings that stay (those of poolings). */
const CASES: readonly (readonly [BaseName, number, number])[] = [
  ['EfficientNetB0', 0, 0],
  ['MobileNet', 0, 0],
  ['MobileNetV2', 0, 0],
  ['ResNet50', 0, 1],
  ['ResNet50V2', 17, 1],
];

describe('foldBatchNorm', () => {
  it.each(['cpu', 'wasm'])('gives the same features without the layers: MobileNetV2 on %s', async (backend) => {
    await tf.setBackend(backend);
    if (backend === 'wasm') await installWasmKernels();
    await expectNoLeak(async () => {
      const images = tinyImages(2, 50);
      const base = createBase('MobileNetV2', { size: [50, 50], alpha: 0.35, pooling: 'none' });
      loadWeights(base.model, formulaWeights(base.model));
      const folded = foldBatchNorm(base);
      const [plain, fast] = [await extractFeatures(base, images), await extractFeatures(folded, images)];
      const largest = plain.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      // Single positions through 52 layers of the formula's weights, which enlarge rounding; means are closer below.
      expect(fast.data).toBeAllClose(plain.data, { rtol: 0, atol: 5e-5 * largest });
      base.dispose();
      folded.dispose();
    });
  });

  it.each(CASES)('folds all that can be folded: %s', async (name, norms, pads) => {
    await tf.setBackend('wasm');
    await expectNoLeak(async () => {
      const images = tinyImages(1, 45);
      const base = createBase(name, { size: [45, 45] });
      loadWeights(base.model, formulaWeights(base.model));
      const folded = foldBatchNorm(base);
      expect(kinds(folded.model.layers, 'BatchNormalization')).toBe(norms);
      expect(kinds(folded.model.layers, 'ZeroPadding2D')).toBe(pads);
      expect(folded.model.trainableWeights).toEqual([]);
      const [plain, fast] = [await extractFeatures(base, images), await extractFeatures(folded, images)];
      const largest = plain.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(fast.data).toBeAllClose(plain.data, { rtol: 0, atol: 1e-5 * largest });
      base.dispose();
      folded.dispose();
    });
  });

  it('has weights of its own, and keeps the top', async () => {
    await tf.setBackend('wasm');
    const base = createBase('MobileNet', { size: [32, 32], alpha: 0.25, top: true, classes: 7, seed: 1 });
    const folded = foldBatchNorm(base);
    const before = await extractFeatures(base, tinyImages(2));
    base.dispose();
    const after = await extractFeatures(folded, tinyImages(2));
    expect(after).toMatchObject({ rows: 2, columns: 7 });
    expect(after.data).toBeAllClose(before.data, { rtol: 1e-4 });
    folded.dispose();
  });
});
