import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../tools/src/testing/index.ts';
import { evaluate } from './evaluate.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';
import { allWeights, range, tinyImages, tinyModel } from './testing/tiny.ts';

const images = tinyImages(32);
const data = { images, train: range(0, 24), validation: range(24, 32) };
const options: FitOptions = { epochs: 6, batchSize: 8, optimizer: { name: 'adam', learningRate: 0.02 }, seed: 3 };

/** Trains a fresh model and gives what came out. */
async function train(changed: Partial<FitOptions> = {}, { modelSeed = 0 } = {}) {
  const model = tinyModel({ seed: modelSeed });
  try {
    const result = await fit(model, data, { ...options, ...changed });
    return { ...result, weights: await allWeights(model) };
  } finally {
    model.dispose();
  }
}

describe('fit', () => {
  it('turns a model that guesses into one that knows', async () => {
    await expectNoLeak(async () => {
      const model = tinyModel();
      const before = await evaluate(model, images, data.validation);
      const { history } = await fit(model, data, { ...options, epochs: 12 });
      const after = await evaluate(model, images, data.validation);
      expect(before.accuracy).toBeLessThan(0.8);
      expect(after.accuracy).toBe(1);
      expect(after.loss).toBeLessThan(before.loss / 2);
      expect(history.at(-1)).toMatchObject({ epoch: 11, valLoss: after.loss, valAccuracy: 1 });
      model.dispose();
    });
  });
});
