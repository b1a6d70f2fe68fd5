import { availableParallelism, freemem } from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { fusedOptimizer } from '../optimizers/fused-optimizer.ts';
import { expectSameAsCpu } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { contextOf } from './context-of.ts';

const GIB = 2 ** 30;
const roomy = freemem() > 5 * GIB && availableParallelism() > 1;

describe('WasmContext', () => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels();
  });
  afterAll(uninstallWasmKernels);

  it('writes words into memory that has grown since', () => {
    const context = contextOf(tf.backend());
    const [before] = [context.scratch(64)];
    context.writeWords(before!, [1, 2, 3]);
    const held = tf.zeros([2 ** 24]);
    const after = context.scratch(1024);
    expect(() => context.writeWords(after, [4, 5, 6])).not.toThrow();
    held.dispose();
  });

  it('says that memory is full instead of computing at address 0', () => {
    const context = contextOf(tf.backend());
    expect(() => context.scratch(2 ** 32 - 2 ** 20)).toThrow(/out of WebAssembly memory/);
    expect(context.scratch(256)).toBeGreaterThan(0);
  });

  it.skipIf(!roomy)('computes with tensors above 2 GiB', async () => {
    await tf.setBackend('wasm');
    const held = Array.from({ length: 34 }, () => tf.zeros([2 ** 24]));
    const context = contextOf(tf.backend());
    const probe = tf.ones([100]);
    expect(context.address(probe)).toBeGreaterThan(2 * GIB);
    await expectSameAsCpu(() => tf.matMul(randomTensor([31, 57], 1), randomTensor([57, 23], 2)));
    await expectSameAsCpu(() => {
      const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
        tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same');
      const dy = randomTensor([2, 24, 20, 32], 5);
      return tf.grads(convolve)([randomTensor([2, 24, 20, 32], 3), randomTensor([3, 3, 32, 32], 4)], dy);
    }, 3e-5);
    const weight = tf.variable(tf.ones([1000]));
    const optimizer = fusedOptimizer('sgd', { learningRate: 0.5 });
    optimizer.minimize(() => tf.sum(weight), false, [weight]);
    expect(weight.dataSync().every((value) => value === 0.5)).toBe(true);
    optimizer.dispose();
    tf.dispose([...held, probe, weight]);
  });
});
