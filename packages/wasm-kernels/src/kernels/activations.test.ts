import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';

const ops: Record<string, [kernel: string, op: (x: tf.Tensor) => tf.Tensor]> = {
  relu: ['ReluGrad', tf.relu],
  relu6: ['Relu6Grad', tf.relu6],
  leakyRelu: ['LeakyReluGrad', (x) => tf.leakyRelu(x, 0.3)],
  elu: ['EluGrad', tf.elu],
  sigmoid: ['SigmoidGrad', tf.sigmoid],
  tanh: ['TanhGrad', tf.tanh],
  square: ['SquareGrad', tf.square],
};

const derivative = (op: (x: tf.Tensor) => tf.Tensor, x: () => tf.Tensor, dy: () => tf.Tensor) => () =>
  tf.grad(op)(x(), dy());
const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

describe.each(variants)('activations and their gradients (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });
  afterAll(uninstallWasmKernels);

  it('stops at zero for relu', async () => {
    const [values] = await valuesOn('wasm', () =>
      tf.grad((x: tf.Tensor) => tf.sum(tf.relu(x)))(tf.tensor1d([-1, 0, 2])),
    );
    expect([...values!]).toEqual([0, 0, 1]);
  });

  it.each(Object.keys(ops))('agrees with cpu: %s', async (name) => {
    const [kernel, op] = ops[name]!;
    for (const shape of [[1], [7, 3], [3, 5, 7, 11], [40_001]]) {
      const work = derivative(
        op,
        () => tf.mul(randomTensor(shape, 1), 8),
        () => randomTensor(shape, 2),
      );
      await expectSameAsCpu(work);
      await expectOurs(kernel, work);
    }
  });

  it.each(Object.keys(ops))('passes NaN and infinity on like cpu: %s', async (name) => {
    const x = () => tf.tensor1d([nan, inf, -inf, 0, -0, 6, 7, -1, 1, 2]);
    const dy = () => tf.tensor1d([1, 2, 3, nan, inf, -inf, inf, inf, nan, 2]);
    await expectSameAsCpu(derivative(ops[name]![1], x, dy));
  });

  it('runs leakyRelu forward', async () => {
    const work = () => tf.leakyRelu(tf.concat([randomTensor([30_003], 1), tf.tensor1d([nan, inf, -inf])]), 0.2);
    await expectSameAsCpu(work);
    await expectOurs('LeakyRelu', work);
  });

  const near = () => tf.mul(randomTensor([4001], 1), 1e-3);
  const wide = () =>
    tf.concat([
      tf.mul(randomTensor([30_003], 2), 10),
      tf.tensor1d([nan, inf, -inf, 0, -0, 88, -86, -87.5, 100, -1e30]),
    ]);

  it('runs tanh forward', async () => {
    for (const x of [near, wide]) {
      await expectSameAsCpu(() => tf.tanh(x()), 1e-6);
      await expectOurs('Tanh', () => tf.tanh(x()));
    }
  });

  it('stays differentiable twice where the stock gradients are', async () => {
    await tf.setBackend('wasm');
    const twice = tf.grad((x: tf.Tensor) =>
      tf.sum(tf.square(tf.grad((v: tf.Tensor) => tf.sum(tf.pow(tf.relu(v), 3)))(x))),
    );
    await expectSameAsCpu(() => twice(tf.tensor1d([-1, 0.5, 2])));
  });
});
