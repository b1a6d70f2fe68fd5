import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { allWeights, tinyModel } from '../testing/tiny.ts';
import { initialiseWeights } from './initialise-weights.ts';

/** Two dense layers of one shape, with whatever they are given. */
function twins(options: Partial<Parameters<typeof layers.dense>[0]> = {}): LayersModel {
  const dense = () => layers.dense({ units: 64, ...options });
  return sequential({ layers: [layers.inputLayer({ inputShape: [64] }), dense(), dense()] });
}

async function kernel(model: LayersModel, index: number): Promise<number[]> {
  const weight = model.layers[index]?.weights[0] as LayersModel['weights'][number];
  return [...(await weight.read().data())];
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => value ** 2)) - mean(values) ** 2;

/** Variance of a kernel of 64 x 64 drawn by some initializer, and the largest value in units of its deviation. */
async function spread(kernelInitializer: string, seed = 0, keepGlorotNormal = false) {
  const model = twins({ kernelInitializer });
  initialiseWeights(model, seed, { keepGlorotNormal });
  const values = await kernel(model, 1);
  model.dispose();
  return { variance: variance(values), reach: Math.max(...values.map(Math.abs)) / Math.sqrt(variance(values)) };
}

describe('initialiseWeights', () => {
  it('fills constants and zeros exactly', async () => {
    const model = twins({ kernelInitializer: 'ones', biasInitializer: 'zeros' });
    initialiseWeights(model, 1);
    expect(new Set(await kernel(model, 1))).toEqual(new Set([1]));
    expect(mean(await allWeights(model))).toBe((2 * 64 * 64) / (2 * 64 * 65));
    model.dispose();
  });

  it('draws with the variance and the shape that Keras documents', async () => {
    // Glorot: 2 / (64 + 64); He: 2 / 64; LeCun: 1 / 64. A uniform reaches sqrt(3) deviations, a normal cut at two 2 / 0.88.
    const uniform = await spread('glorotUniform');
    expect(uniform.variance).toBeCloseTo(1 / 64, 3);
    expect(uniform.reach).toBeCloseTo(Math.sqrt(3), 1);
    for (const [name, expected] of [
      ['heNormal', 1 / 32],
      ['leCunNormal', 1 / 64],
    ] as const) {
      const normal = await spread(name);
      expect(normal.variance / expected).toBeCloseTo(1, 1);
      expect(normal.reach).toBeCloseTo(2 / 0.8796, 1);
    }
  });

  it("takes TensorFlow.js' default for Keras', unless told otherwise", async () => {
    expect((await spread('glorotNormal')).reach).toBeCloseTo(Math.sqrt(3), 1);
    expect((await spread('glorotNormal', 0, true)).reach).toBeCloseTo(2 / 0.8796, 1);
  });

  it('counts the window of a convolution as inputs and outputs', async () => {
    const model = sequential({ layers: [layers.conv2d({ filters: 16, kernelSize: 5, inputShape: [8, 8, 4] })] });
    initialiseWeights(model, 0);
    const values = await kernel(model, 0);
    const limit = Math.sqrt(6 / (25 * 4 + 25 * 16));
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(limit);
    expect(Math.max(...values.map(Math.abs))).toBeGreaterThan(0.98 * limit);
    expect(Math.abs(mean(values))).toBeLessThan(limit / 20);
    model.dispose();
  });

  it('gives equal weights for a seed, 0 included, and others for another, whatever the layers are called', async () => {
    const draw = async (seed: number) => {
      const model = tinyModel({ seed });
      const values = await allWeights(model);
      model.dispose();
      return values;
    };
    expect(await draw(0)).toEqual(await draw(0));
    expect(await draw(0)).not.toEqual(await draw(1));
  });

  it('draws other weights for two layers of one shape', async () => {
    const model = twins();
    initialiseWeights(model, 5);
    const [first, second] = [await kernel(model, 1), await kernel(model, 2)];
    const correlation = mean(first.map((value, i) => value * (second[i] as number))) / variance(first);
    expect(Math.abs(correlation)).toBeLessThan(0.1);
    model.dispose();
  });

  it('starts batch normalisations afresh and leaves frozen layers alone', async () => {
    await expectNoLeak(async () => {
      const model = tinyModel();
      const norm = model.layers[1] as LayersModel['layers'][number];
      tf.tidy(() => {
        for (const weight of norm.weights) weight.write(tf.fill(weight.read().shape, 9));
      });
      norm.trainable = false;
      initialiseWeights(model, 3);
      expect(await Promise.all(norm.weights.map(async (w) => mean([...(await w.read().data())])))).toEqual([
        9, 9, 9, 9,
      ]);
      norm.trainable = true;
      initialiseWeights(model, 3);
      expect(await Promise.all(norm.weights.map(async (w) => mean([...(await w.read().data())])))).toEqual([
        1, 0, 0, 1,
      ]);
      model.dispose();
    });
  });

  it('refuses an initializer that it does not know, and changes nothing then', async () => {
    const model = sequential({
      layers: [layers.dense({ units: 2, inputShape: [3] }), layers.dense({ units: 2, kernelInitializer: 'identity' })],
    });
    const before = await allWeights(model);
    expect(() => initialiseWeights(model, 0)).toThrow(/got Identity for kernel of layer/);
    expect(() => initialiseWeights(model, -1)).toThrow('seed');
    expect(await allWeights(model)).toEqual(before);
    model.dispose();
  });
});
