import { createRng } from '@animals/core';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { createDenseNet } from './create-dense-net.ts';
import { mlpHead } from './mlp-head.ts';

/** Points of class 1 lie in the quadrants where both signs agree: no line tells them apart. */
function quadrants(count: number, seed: number) {
  const rng = createRng(seed);
  const points = Array.from({ length: count }, () => [rng.uniform(-1, 1), rng.uniform(-1, 1)] as const);
  return { points, labels: points.map(([x, y]) => (x * y > 0 ? 1 : 0)) };
}

describe('mlpHead', () => {
  it('learns what no line tells apart, the same from one seed, and leaves no tensor', async () => {
    await expectNoLeak(async () => {
      const { points, labels } = quadrants(200, 1);
      const options = { units: 16, epochs: 40, learningRate: 0.02, seed: 3 };
      const head = await mlpHead(points, labels, options);
      const held = quadrants(100, 2);
      const right = [...head.predict(held.points)].filter((label, i) => label === held.labels[i]);
      expect(right.length).toBeGreaterThan(90);
      expect(head.history.at(-1)?.loss).toBeLessThan((head.history[0]?.loss as number) / 2);
      const short = { ...options, epochs: 1, dropout: 0.5 };
      const probabilities = async (seed: number) =>
        (await mlpHead(points, labels, { ...short, seed })).predictProbability(points).data;
      expect(await probabilities(3)).toEqual(await probabilities(3));
      expect(await probabilities(4)).not.toEqual(await probabilities(3));
    });
  });

  it('refuses labels that do not fit', async () => {
    await expect(mlpHead([[1], [2]], [0])).rejects.toThrow('one class a sample');
  });
});

describe('createDenseNet', () => {
  it('computes what the layers compute', async () => {
    const model = sequential({
      layers: [
        layers.dense({ units: 5, activation: 'relu', inputShape: [3] }),
        layers.dense({ units: 4, activation: 'softmax' }),
      ],
    });
    const rows = [0.3, -1, 2, 4, 0.5, -0.25];
    const weights = await Promise.all(model.weights.map(async (w) => Float64Array.from(await w.read().data())));
    const expected = model.predict(tf.tensor2d(rows, [2, 3])) as tf.Tensor;
    const output = createDenseNet(weights)({ data: Float64Array.from(rows), rows: 2, columns: 3 });
    expect(output.data).toBeAllClose(await expected.data(), { rtol: 1e-5 });
  });
});
