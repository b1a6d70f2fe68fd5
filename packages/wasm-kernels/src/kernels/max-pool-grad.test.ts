import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';

const backward = (x: tf.Tensor4D, size: number | [number, number], strides: number, pad: 'same' | 'valid' | number) => {
  const weights = randomTensor(tf.maxPool(x, size, strides, pad).shape, 9);
  return tf.grad((value: tf.Tensor) => tf.sum(tf.mul(tf.maxPool(value as tf.Tensor4D, size, strides, pad), weights)))(
    x,
  );
};

describe.each(variants)('maxPoolGrad (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });

  it('gives to the first of equal values', async () => {
    const [values] = await valuesOn('wasm', () =>
      tf.grad((x: tf.Tensor) => tf.sum(tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid')))(tf.ones([1, 2, 2, 1])),
    );
    expect([...values!]).toEqual([1, 0, 0, 0]);
  });

  it.each([
    [[2, 8, 8, 8], 2, 2, 'valid'],
    [[1, 9, 7, 5], 3, 2, 'same'],
    [[2, 10, 11, 13], 3, 1, 'same'],
    [[1, 7, 7, 3], 2, 3, 'valid'],
    [[1, 8, 8, 6], 3, 2, 1],
  ] as const)('agrees with cpu: %j, size %i, stride %i, %s', async (shape, size, strides, pad) => {
    const work = () => backward(randomTensor([...shape], 3) as tf.Tensor4D, size, strides, pad);
    await expectSameAsCpu(work);
    await expectOurs('MaxPoolGrad', work);
  });

  it('skips NaN, and windows of NaN or minus infinity, like cpu', async () => {
    await expectSameAsCpu(() => {
      const values = Array.from({ length: 80 }, (_, i) => (i % 3 === 0 ? Number.NaN : i % 7));
      for (let i = 0; i < 20; i++) values[i] = Number.NaN;
      for (let i = 60; i < 80; i++) values[i] = Number.NEGATIVE_INFINITY;
      return backward(tf.tensor4d(values, [1, 4, 4, 5]), 2, 2, 'valid');
    });
  });
});
