import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { installWasmKernels, WasmAdamOptimizer } from '@animals/wasm-kernels';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../tools/src/testing/index.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';
import { createOptimizer } from './optimizers/create-optimizer.ts';
import { allWeights, range, tinyImages, tinyModel } from './testing/tiny.ts';

const images = tinyImages(32);
const data = { images, train: range(0, 24), validation: range(24, 32) };
const options: FitOptions = { epochs: 5, batchSize: 8, optimizer: { name: 'adam', learningRate: 0.02 }, seed: 3 };

/** Trains on the present backend; resumes from what was saved, if anything was. */
async function train(changed: Partial<FitOptions> = {}, modelSeed = 0) {
  const model = tinyModel({ seed: modelSeed });
  try {
    const { history } = await fit(model, data, { ...options, ...changed });
    return { history, weights: await allWeights(model) };
  } finally {
    model.dispose();
  }
}

describe('fit, on the WASM backend', () => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels();
  });
  afterAll(() => tf.setBackend('cpu').then(() => undefined));

  it('follows the curves of the cpu backend and leaves no tensor', async () => {
    const onWasm = await expectNoLeak(() => train());
    await tf.setBackend('cpu');
    const onCpu = await train();
    await tf.setBackend('wasm');
    const losses = ({ history }: typeof onCpu) => history.flatMap(({ loss, valLoss }) => [loss, valLoss as number]);
    expect(losses(onWasm)).toBeAllClose(losses(onCpu), { rtol: 1e-3 });
    expect(onWasm.history.at(-1)?.loss).toBeLessThan((onWasm.history[0]?.loss as number) / 2);
  });

  it('uses the fused optimizers', async () => {
    const optimizers = await Promise.all((['adam', 'sgd', 'rmsprop'] as const).map((name) => createOptimizer(name)));
    expect(optimizers[0]).toBeInstanceOf(WasmAdamOptimizer);
    expect(optimizers.map((optimizer) => optimizer.getClassName())).toEqual(['Adam', 'SGD', 'RMSProp']);
    expect(optimizers.map((optimizer) => optimizer.getConfig())).toMatchObject([
      { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
      { learningRate: 0.01 },
      { learningRate: 0.001, decay: 0.9, momentum: 0, epsilon: 1e-7 },
    ]);
    for (const optimizer of optimizers) optimizer.dispose();
  });

  it('resumes to the last bit', async () => {
    let saved: Uint8Array | null = null;
    const checkpoint = {
      load: async () => saved,
      save: async (bytes: Uint8Array) => {
        saved = bytes;
      },
      everySeconds: 0,
    };
    const whole = await train();
    await train({ epochs: 2, checkpoint });
    expect(await train({ checkpoint }, 77)).toEqual(whole);
  });
});
