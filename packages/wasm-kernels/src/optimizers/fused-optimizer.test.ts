import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as tfl from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';
import { fusedOptimizer } from './fused-optimizer.ts';

const makers: Record<string, { fused: () => tf.Optimizer; stock?: () => tf.Optimizer }> = {
  adam: { fused: () => fusedOptimizer('adam', { learningRate: 0.1 }), stock: () => tf.train.adam(0.1) },
  adamw: { fused: () => fusedOptimizer('adamw', { learningRate: 0.1, weightDecay: 0.2 }) },
  adamax: {
    fused: () => fusedOptimizer('adamax', { learningRate: 0.1, decay: 0.1 }),
    stock: () => tf.train.adamax(0.1, 0.9, 0.999, undefined, 0.1),
  },
  rmsprop: { fused: () => fusedOptimizer('rmsprop', { learningRate: 0.1 }), stock: () => tf.train.rmsprop(0.1) },
  'rmsprop with momentum, centred': {
    fused: () => fusedOptimizer('rmsprop', { learningRate: 0.01, momentum: 0.5, epsilon: 1e-3, centered: true }),
    stock: () => tf.train.rmsprop(0.01, 0.9, 0.5, 1e-3, true),
  },
  sgd: { fused: () => fusedOptimizer('sgd', { learningRate: 0.1 }), stock: () => tf.train.sgd(0.1) },
  momentum: {
    fused: () => fusedOptimizer('sgd', { learningRate: 0.1, momentum: 0.8 }),
    stock: () => tf.train.momentum(0.1, 0.8),
  },
  nesterov: {
    fused: () => fusedOptimizer('sgd', { learningRate: 0.1, momentum: 0.8, nesterov: true }),
    stock: () => tf.train.momentum(0.1, 0.8, true),
  },
};

const sizes = [[5000], [3, 7], [1]];

function dispose(optimizer: tf.Optimizer, ...tensors: tf.Tensor[]): void {
  optimizer.dispose();
  tf.dispose(tensors);
}

/** Trains on a fixed gradient-rich loss and returns the values of the variables. */
async function trajectory(backend: string, make: () => tf.Optimizer, steps = 6): Promise<number[]> {
  await tf.setBackend(backend);
  const variables = sizes.map((shape, i) => tf.tidy(() => tf.variable(randomTensor(shape, i))));
  const targets = sizes.map((shape, i) => randomTensor(shape, i + 10));
  const optimizer = make();
  for (let step = 0; step < steps; step++) optimizer.minimize(() => distance(variables, targets), false, variables);
  const values = variables.flatMap((variable) => [...variable.dataSync()]);
  optimizer.dispose();
  tf.dispose([...variables, ...targets]);
  return values;
}

function distance(variables: tf.Tensor[], targets: tf.Tensor[]): tf.Scalar {
  return tf.addN(variables.map((variable, i) => tf.sum(tf.pow(tf.sub(variable, targets[i]!), 4)))) as tf.Scalar;
}

describe.each(variants)('fusedOptimizer (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });
  afterAll(uninstallWasmKernels);

  it('moves by the learning rate in the first step of Adam', async () => {
    const w = tf.variable(tf.tensor1d([1, 2, 3, 4, 5]));
    const optimizer = fusedOptimizer('adam', { learningRate: 0.5 });
    optimizer.applyGradients([{ name: w.name, tensor: tf.tensor1d([1, -1, 2, -2, 3]) }]);
    expect([...w.dataSync()]).toBeAllClose([0.5, 2.5, 2.5, 4.5, 4.5], { rtol: 1e-5 });
    dispose(optimizer, w);
  });

  it('shrinks values by the learning rate times the decay in AdamW, as PyTorch does', async () => {
    // torch.optim.AdamW([w], lr=0.1, eps=1e-8, weight_decay=0.5), w=[1., -2.], two steps on grad [0.5, 0.25]
    const w = tf.variable(tf.tensor1d([1, -2]));
    const optimizer = fusedOptimizer('adamw', { learningRate: 0.1, epsilon: 1e-8, weightDecay: 0.5 });
    for (let step = 0; step < 2; step++) optimizer.applyGradients([{ name: w.name, tensor: tf.tensor1d([0.5, 0.25]) }]);
    expect([...w.dataSync()]).toBeAllClose([0.7075, -2.0], { rtol: 1e-5 });
    dispose(optimizer, w);
  });

  it.each(Object.keys(makers))('takes the steps of the cpu backend: %s', async (name) => {
    const { fused, stock = fused } = makers[name]!;
    const expected = await trajectory('cpu', stock);
    const actual = await trajectory('wasm', fused);
    expect(actual).toBeAllClose(expected, { rtol: 2e-5, atol: 2e-6 });
  });

  it.each(Object.keys(makers))('leaves no tensor behind: %s', async (name) => {
    await tf.setBackend('wasm');
    await expectNoLeak(() => trajectory('wasm', makers[name]!.fused, 3));
  });

  it.each(Object.keys(makers))('goes on from saved weights as if it had not stopped: %s', async (name) => {
    await tf.setBackend('wasm');
    const once = tf.variable(tf.tensor1d([1, 2, 3]));
    const twice = tf.variable(tf.tensor1d([1, 2, 3]));
    const step = (optimizer: tf.Optimizer, w: tf.Variable) =>
      optimizer.minimize(() => tf.sum(tf.pow(w, 4)), false, [w]);
    const whole = makers[name]!.fused();
    const first = makers[name]!.fused();
    const second = makers[name]!.fused();
    for (let i = 0; i < 4; i++) step(whole, once);
    for (let i = 0; i < 2; i++) step(first, twice);
    await second.setWeights(await first.getWeights());
    for (let i = 0; i < 2; i++) step(second, twice);
    expect(second.iterations).toBe(4);
    expect([...twice.dataSync()]).toEqual([...once.dataSync()]);
  });

  it('writes the names that the stock optimizer reads', async () => {
    await tf.setBackend('wasm');
    for (const { fused, stock } of Object.values(makers).filter((maker) => maker.stock)) {
      const w = tf.variable(tf.tensor1d([1, 2]), true, 'w');
      const [ours, theirs] = [fused(), stock!()];
      for (const optimizer of [ours, theirs]) optimizer.minimize(() => tf.sum(tf.square(w)), false, [w]);
      expect(ours.getClassName()).toBe(theirs.getClassName());
      expect(ours.getConfig()).toEqual(theirs.getConfig());
      if (theirs instanceof tf.AdamaxOptimizer) w.dispose();
      else {
        const names = async (optimizer: tf.Optimizer) => (await optimizer.getWeights()).map(({ name }) => name);
        expect(await names(ours)).toEqual(await names(theirs));
        w.dispose();
      }
    }
  });

  it('does not write into values that others hold', async () => {
    await tf.setBackend('wasm');
    const start = tf.tensor1d([1, 2, 3]);
    const w = tf.variable(start);
    const optimizer = fusedOptimizer('sgd', { learningRate: 1 });
    const snapshot = tf.clone(w);
    optimizer.applyGradients([{ name: w.name, tensor: tf.ones([3]) }]);
    const later = tf.clone(w);
    optimizer.applyGradients([{ name: w.name, tensor: tf.ones([3]) }]);
    expect([...start.dataSync()]).toEqual([1, 2, 3]);
    expect([...snapshot.dataSync()]).toEqual([1, 2, 3]);
    expect([...later.dataSync()]).toEqual([0, 1, 2]);
    expect([...w.dataSync()]).toEqual([-1, 0, 1]);
    dispose(optimizer, start, w, snapshot, later);
  });

  it('leaves no stale weights in the stock kernels', async () => {
    await tf.setBackend('wasm');
    const w = tf.tidy(() => tf.variable(tf.ones<tf.Rank.R2>([2, 2])));
    const product = () => tf.tidy(() => [...tf.matMul(tf.ones<tf.Rank.R2>([1, 2]), w as tf.Tensor2D).dataSync()]);
    uninstallWasmKernels();
    expect(product()).toEqual([2, 2]);
    await installWasmKernels({ variant });
    const optimizer = fusedOptimizer('sgd', { learningRate: 1 });
    optimizer.applyGradients([{ name: w.name, tensor: tf.fill([2, 2], -9) }]);
    uninstallWasmKernels();
    expect(product()).toEqual([20, 20]);
    await installWasmKernels({ variant });
    dispose(optimizer, w);
  });

  it('trains a layers model that is saved and loaded with its optimizer', async () => {
    await tf.setBackend('wasm');
    const model = tfl.sequential({
      layers: [tfl.layers.dense({ units: 1, inputShape: [3], kernelInitializer: 'ones' })],
    });
    model.compile({ optimizer: fusedOptimizer('adam', { learningRate: 0.1 }), loss: 'meanSquaredError' });
    const [xs, ys] = [randomTensor([16, 3], 1), randomTensor([16, 1], 2)];
    const first = (await model.trainOnBatch(xs, ys)) as number;
    for (let i = 0; i < 20; i++) await model.trainOnBatch(xs, ys);
    expect((await model.trainOnBatch(xs, ys)) as number).toBeLessThan(first * 0.8);
    let saved: tf.io.ModelArtifacts | undefined;
    const handler = tf.io.withSaveHandler(async (artifacts) => {
      saved = artifacts;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' as const } };
    });
    await model.save(handler, { includeOptimizer: true });
    expect(saved?.trainingConfig?.optimizer_config).toMatchObject({
      class_name: 'Adam',
      config: { learningRate: 0.1 },
    });
    const loaded = await tfl.loadLayersModel(tf.io.fromMemory(saved!));
    expect(loaded.optimizer).toBeInstanceOf(tf.AdamOptimizer);
  });

  it('refuses a name that it does not know', () => {
    // @ts-expect-error an unknown name
    expect(() => fusedOptimizer('lion')).toThrow(/name must be one of adam, adamw/);
  });
});
