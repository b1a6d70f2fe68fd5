import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../tools/src/testing/index.ts';
import { evaluate } from './evaluate.ts';
import { accuracy } from './metrics/accuracy.ts';
import { logLoss } from './metrics/log-loss.ts';
import { predictProbabilities } from './predict-probabilities.ts';
import { tensorSource } from './sources/tensor-source.ts';
import { denseModel, range, tinyImages, tinyModel } from './testing/tiny.ts';

const images = tinyImages(10);

describe('predictProbabilities', () => {
  it('gives the sigmoid of a weighted sum', async () => {
    await expectNoLeak(async () => {
      const model = denseModel([1, -1], 0.5);
      const [xs, ys] = [tf.tensor2d([[0, 0.5], [2, 0], [0, 3]]), tf.zeros([3])]; // biome-ignore format: rows in a row
      const logits = [0, 2.5, -2.5];
      const expected = logits.map((z) => 1 / (1 + Math.exp(-z)));
      expect(await predictProbabilities(model, tensorSource(xs, ys))).toBeAllClose(expected);
      expect(await predictProbabilities(model, tensorSource(xs, ys), [2, 0])).toBeAllClose([
        expected[2]!,
        expected[0]!,
      ]);
      tf.dispose([xs, ys]);
      model.dispose();
    });
  });

  it('does not depend on the batch size, and draws no dropout', async () => {
    await expectNoLeak(async () => {
      const model = tinyModel();
      const whole = await predictProbabilities(model, images, undefined, { batchSize: 10 });
      expect(whole).toHaveLength(10);
      expect(await predictProbabilities(model, images, undefined, { batchSize: 3 })).toBeAllClose(whole);
      expect(await predictProbabilities(model, images, range(4, 7))).toBeAllClose(whole.slice(4, 7));
      expect(await predictProbabilities(model, images, [])).toHaveLength(0);
      model.dispose();
    });
  });

  it('rejects once it is aborted', async () => {
    const model = tinyModel();
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(predictProbabilities(model, images, undefined, { signal })).rejects.toThrow('stop');
    model.dispose();
  });
});

describe('evaluate', () => {
  it('agrees with the metrics of the predictions', async () => {
    await expectNoLeak(async () => {
      const model = tinyModel({ seed: 4 });
      const chosen = Uint32Array.of(9, 1, 2, 5, 8);
      const labels = Array.from(chosen, (i) => images.labels[i] as number);
      const probabilities = await predictProbabilities(model, images, chosen);
      const { loss, ...rest } = await evaluate(model, images, chosen, { batchSize: 2 });
      expect(loss).toBeCloseTo(logLoss(labels, probabilities), 6);
      expect(rest).toEqual({ accuracy: accuracy(labels, probabilities), count: 5 });
      model.dispose();
    });
  });

  it('refuses to judge nothing', async () => {
    const model = tinyModel();
    await expect(evaluate(model, images, [])).rejects.toThrow('at least one sample');
    model.dispose();
  });
});
