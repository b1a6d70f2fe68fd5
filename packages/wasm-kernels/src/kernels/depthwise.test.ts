import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';

interface Case {
  readonly x: [number, number, number, number];
  readonly filter: [number, number, number];
  readonly strides: number;
  readonly pad: 'same' | 'valid';
}

const backward =
  ({ x, filter: [height, width, multiplier], strides, pad }: Case) =>
  () => {
    const convolve = (a: tf.Tensor, b: tf.Tensor) =>
      tf.depthwiseConv2d(a as tf.Tensor4D, b as tf.Tensor4D, strides, pad);
    const inputs = [randomTensor(x, 1), randomTensor([height, width, x[3], multiplier], 2)] as const;
    const weights = randomTensor(convolve(...inputs).shape, 3);
    return tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.sum(tf.mul(convolve(a, b), weights)))([...inputs]);
  };

describe.each(variants)('gradients of depthwise convolutions (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });
  afterAll(uninstallWasmKernels);

  it('hands the filter on to the input', async () => {
    const [values] = await valuesOn('wasm', () =>
      tf.grad((x: tf.Tensor) =>
        tf.sum(tf.depthwiseConv2d(x as tf.Tensor4D, tf.tensor4d([1, 2, 3, 4], [2, 2, 1, 1]), 1, 'valid')),
      )(tf.zeros([1, 2, 2, 1])),
    );
    expect([...values!]).toEqual([1, 2, 3, 4]);
  });

  it.each([
    { x: [2, 8, 8, 16], filter: [3, 3, 1], strides: 1, pad: 'same' },
    { x: [1, 9, 11, 21], filter: [3, 3, 1], strides: 2, pad: 'same' },
    { x: [2, 7, 6, 5], filter: [2, 3, 3], strides: 1, pad: 'valid' },
    { x: [1, 12, 9, 4], filter: [5, 5, 2], strides: 3, pad: 'same' },
  ] satisfies Case[])('agree with cpu: %j', async (c) => {
    await expectSameAsCpu(backward(c as Case));
    await expectOurs('DepthwiseConv2dNativeBackpropInput', backward(c as Case));
    await expectOurs('DepthwiseConv2dNativeBackpropFilter', backward(c as Case));
  });

  it('agree with cpu on random geometries', async () => {
    const side = fc.integer({ min: 5, max: 14 });
    const few = fc.integer({ min: 1, max: 3 });
    const arbitrary = fc.record({
      x: fc.tuple(few, side, side, fc.integer({ min: 1, max: 40 })),
      filter: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), few),
      strides: few,
      pad: fc.constantFrom('same' as const, 'valid' as const),
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, (c) => expectSameAsCpu(backward(c))),
      { numRuns: 20, seed: 8 },
    );
  });
});
