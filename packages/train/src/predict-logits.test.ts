import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../tools/src/testing/index.ts';
import { applyTemperature } from './decision/apply-temperature.ts';
import { predictLogits } from './predict-logits.ts';
import { predictProbabilities } from './predict-probabilities.ts';
import { tinyImages, tinyModel } from './testing/tiny.ts';

describe('predictLogits', () => {
  it('gives what the last activation turns into the probabilities, also behind a nested model', async () => {
    await expectNoLeak(async () => {
      const images = tinyImages(5);
      const inner = tinyModel();
      const softmax = sequential({
        layers: [layers.flatten({ inputShape: [8, 8, 3] }), layers.dense({ units: 3, activation: 'softmax' })],
      });
      for (const [model, outputs] of [
        [inner, 1],
        [sequential({ layers: [inner] }), 1],
        [softmax, 3],
      ] as const) {
        const probabilities = await predictProbabilities(model, images);
        const back = applyTemperature(await predictLogits(model, images), 1, { outputs });
        expect([...back]).toBeAllClose([...probabilities], { rtol: 1e-5 });
      }
      for (const model of [inner, softmax]) model.dispose();
    });
  });
});
