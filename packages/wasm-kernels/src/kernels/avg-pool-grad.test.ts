import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';

describe.each(variants)('avgPoolGrad (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });
  afterAll(uninstallWasmKernels);

  it('shares equally', async () => {
    const [values] = await valuesOn('wasm', () =>
      tf.grad((x: tf.Tensor) => tf.sum(tf.avgPool(x as tf.Tensor4D, 2, 2, 'valid')))(tf.ones([1, 2, 2, 1])),
    );
    expect([...values!]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it.each([
    [[2, 8, 8, 8], 2, 2, 'valid'],
    [[1, 9, 7, 5], 3, 2, 'same'],
    [[2, 10, 11, 13], 3, 1, 'same'],
    [[1, 7, 7, 40], 7, 7, 'valid'],
  ] as const)('agrees with cpu: %j, size %i, stride %i, %s', async (shape, size, strides, pad) => {
    const pool = (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, size, strides, pad);
    const work = () => {
      const x = randomTensor([...shape], 1);
      return tf.grad(pool)(x, randomTensor(pool(x).shape, 2));
    };
    await expectSameAsCpu(work);
    await expectOurs('AvgPoolGrad', work);
  });
});
