import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { answers, expectSameAsCpu } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { describeWasmKernels } from './describe-wasm-kernels.ts';
import { installWasmKernels } from './install-wasm-kernels.ts';
import { uninstallWasmKernels } from './uninstall-wasm-kernels.ts';

const work = () => tf.matMul(randomTensor([5, 6], 1), randomTensor([6, 7], 2));

describe('installWasmKernels', () => {
  afterEach(uninstallWasmKernels);

  it('puts our kernels in place and says so', async () => {
    await tf.setBackend('wasm');
    const { installed, variant, kernels } = await installWasmKernels({ variant: 'simd' });
    expect({ installed, variant }).toEqual({ installed: true, variant: 'simd' });
    expect(kernels.map(({ kernel }) => kernel)).toContain('Conv2DBackpropFilter');
    expect(kernels.every(({ ours, stock }) => ours === 0 && stock === 0)).toBe(true);
    await expectSameAsCpu(work);
    expect(answers('BatchMatMul')).toEqual({ ours: 1, stock: 0 });
  });

  it('does not stack up when called twice', async () => {
    const stock = tf.getKernel('BatchMatMul', 'wasm');
    const gradient = tf.getGradient('Relu');
    await installWasmKernels();
    await installWasmKernels();
    uninstallWasmKernels();
    expect(tf.getKernel('BatchMatMul', 'wasm')).toBe(stock);
    expect(tf.getGradient('Relu')).toBe(gradient);
    expect(tf.getKernel('Conv2DBackpropFilter', 'wasm')).toBeUndefined();
    expect(describeWasmKernels()).toEqual({ installed: false, variant: null, kernels: [] });
  });

  it('can be taken away and put back', async () => {
    await installWasmKernels();
    uninstallWasmKernels();
    await expectSameAsCpu(work);
    await installWasmKernels();
    await expectSameAsCpu(work);
    expect(answers('BatchMatMul').ours).toBe(1);
  });

  it('outlives a backend that is removed and created anew', async () => {
    await tf.setBackend('wasm');
    await installWasmKernels();
    const factory = tf.findBackendFactory('wasm')!;
    const old = tf.backend();
    tf.removeBackend('wasm');
    tf.registerBackend('wasm', factory, 2);
    await tf.setBackend('wasm');
    expect(tf.backend()).not.toBe(old);
    await expectSameAsCpu(work);
    await expectSameAsCpu(() => tf.relu(tf.softmax(work() as tf.Tensor2D)));
    expect(answers('BatchMatMul').ours).toBeGreaterThan(0);
  });

  it('may be called before the backend is chosen', async () => {
    await tf.setBackend('cpu');
    await installWasmKernels();
    await expectSameAsCpu(work);
    expect(answers('BatchMatMul').ours).toBe(1);
  });

  it('computes while the memory grows', async () => {
    await tf.setBackend('wasm');
    await installWasmKernels();
    await expectNoLeak(async () => {
      const held = [tf.ones([1])];
      for (let i = 0; i < 12; i++) {
        held.push(tf.zeros([2 ** 21]));
        await expectSameAsCpu(() => tf.matMul(randomTensor([20, 30 + i], i), randomTensor([30 + i, 9], 2)));
      }
      tf.dispose(held);
    });
  });

  it('refuses a build that it does not know', async () => {
    // @ts-expect-error an unknown name
    await expect(installWasmKernels({ variant: 'fast' })).rejects.toThrow(/variant must be/);
  });
});
