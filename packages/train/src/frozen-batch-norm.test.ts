import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { holdFrozenBatchNorm } from './frozen-batch-norm.ts';

/** A frozen model with a batch normalisation, inside another model. */
function nested() {
  const base = sequential({ layers: [layers.batchNormalization({ inputShape: [2] })] });
  base.trainable = false;
  return { base, model: sequential({ layers: [base, layers.activation({ activation: 'linear' })] }) };
}

describe('holdFrozenBatchNorm', () => {
  it('uses the moving statistics in training, in nested models too, until it is undone', async () => {
    const { base, model } = nested();
    const xs = tf.tensor2d([[10, 20], [30, 60]]); // biome-ignore format: rows in a row
    const run = async () => {
      const out = tf.tidy(() => model.apply(xs, { training: true }) as tf.Tensor);
      const values = [...(await out.data())];
      out.dispose();
      return values;
    };
    const statistics = () => Promise.all(base.weights.slice(2).map((weight) => weight.read().data()));
    const release = holdFrozenBatchNorm(model);
    // (x - 0) / sqrt(1 + 0.001)
    expect(await run()).toBeAllClose([10, 20, 30, 60].map((x) => x / Math.sqrt(1.001)));
    expect((await statistics()).map((values) => [...values])).toEqual([[0, 0], [1, 1]]); // biome-ignore format: short
    release();
    expect(await run()).toBeAllClose([-1, -1, 1, 1], { rtol: 1e-3 });
    xs.dispose();
    model.dispose();
  });
});
