import path from 'node:path';
import type { ImageSet } from '@animals/core';
import { kFold } from '@animals/cv';
import { loadImages, scanFolder } from '@animals/data';
import { installWasmKernels } from '@animals/wasm-kernels';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realData, realWeights } from '../../../tools/src/testing/index.ts';
import { type Base, createBase } from './bases/create-base.ts';
import { extractFeatures } from './features/extract-features.ts';
import { foldBatchNorm } from './folding/fold-batch-norm.ts';
import { linearProbe } from './heads/linear-probe.ts';
import { takeRows } from './heads/to-matrix.ts';
import { readWeightsFile } from './node/read-weights-file.ts';
import { loadWeights } from './weights/load-weights.ts';

/** Mean accuracy and its sd over 5 folds, measured before with C = 0.01. */
const REFERENCE = [
  ['elephant', 124, 0.925, 0.045],
  ['fox', 124, 0.96, 0.034],
  ['tiger', 124, 0.955, 0.029],
  ['elephant', 224, 0.955, 0.024],
  ['fox', 224, 0.99, 0.012],
  ['tiger', 224, 0.995, 0.01],
] as const;

async function pictures(animal: string, side: number): Promise<ImageSet> {
  const negative = `${animal[0]?.toUpperCase()}${animal.slice(1)}_negative_class`;
  const manifest = await scanFolder(realData as string, { positive: animal, negative });
  return loadImages(manifest, { size: [side, side] });
}

// ANIMALS_DATA names the photographs, ANIMALS_WEIGHTS the folder with mobilenet_v2_0.35_224.
describe.skipIf(!realData || !realWeights)('MobileNetV2 0.35 with its ImageNet weights, on the photographs', () => {
  const bases = new Map<number, Base>();

  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels();
    const weights = await readWeightsFile(path.join(realWeights as string, 'mobilenet_v2_0.35_224'));
    for (const side of [124, 224]) {
      const base = createBase('MobileNetV2', { alpha: 0.35, size: [side, side] });
      const { by, unused } = loadWeights(base.model, weights);
      expect({ by, unused: unused.length }).toEqual({ by: 'name', unused: 3 });
      bases.set(side, foldBatchNorm(base));
      base.dispose();
    }
  });
  afterAll(() => {
    for (const { dispose } of bases.values()) dispose();
  });

  const quick = REFERENCE.filter(([animal, side]) => process.env.ANIMALS_SLOW || animal === 'elephant' || side === 124);
  it.each(quick)(
    'tells %s at %i px as well as was measured',
    async (animal, side, mean, sd) => {
      const images = await pictures(animal, side);
      const features = await extractFeatures(bases.get(side) as Base, images);
      const labelsAt = (indices: Uint32Array) => indices.map((i) => images.labels[i] as number);
      const accuracies = [...kFold(images.count, { k: 5, shuffle: true, seed: 0 })].map(({ train, test, seed }) => {
        const probe = linearProbe(takeRows(features, train), labelsAt(train), { seed });
        const predicted = probe.predict(takeRows(features, test));
        return labelsAt(test).filter((label, i) => label === predicted[i]).length / test.length;
      });
      const own = accuracies.reduce((a, b) => a + b) / accuracies.length;
      console.info(`${animal} at ${side} px: ${own.toFixed(3)}, was ${mean} with sd ${sd}`);
      expect(own).toBeGreaterThanOrEqual(mean - sd);
    },
    120_000,
  );
});
