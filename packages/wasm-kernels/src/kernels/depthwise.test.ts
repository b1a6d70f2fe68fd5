import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { answers, expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
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

interface Forward extends Case {
  readonly dilation?: number;
  readonly activation?: 'linear' | 'relu' | 'relu6';
}

const forward = ({ x, filter: [height, width], strides, pad, dilation = 1, activation }: Forward) => {
  const spec = () => ({
    x: randomTensor(x, 1) as tf.Tensor4D,
    filter: randomTensor([height, width, x[3], 1], 2) as tf.Tensor4D,
    strides,
    pad,
  });
  return () =>
    activation === undefined
      ? tf.depthwiseConv2d(spec().x, spec().filter, strides, pad, 'NHWC', dilation)
      : tf.fused.depthwiseConv2d({
          ...spec(),
          dilations: dilation,
          activation,
          bias: randomTensor([x[3]], 3) as tf.Tensor1D,
        });
};

describe.each(variants)('depthwise convolutions (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });
  afterAll(uninstallWasmKernels);

  it('adds the products of one channel', async () => {
    const x = () => tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 2, 4]);
    const filter = () => tf.tensor4d([1, 1, 1, 1, 10, 10, 10, 10], [1, 2, 4, 1]);
    const [values] = await valuesOn('wasm', () => tf.depthwiseConv2d(x(), filter(), 1, 'same'));
    expect([...values!]).toEqual([51, 62, 73, 84, 5, 6, 7, 8]);
  });

  it.each([
    { x: [2, 8, 8, 16], filter: [3, 3, 1], strides: 1, pad: 'same' },
    { x: [1, 9, 11, 21], filter: [3, 3, 1], strides: 2, pad: 'same', activation: 'relu' },
    { x: [2, 7, 6, 5], filter: [2, 3, 1], strides: 1, pad: 'valid', activation: 'linear' },
    { x: [1, 12, 3, 4], filter: [5, 5, 1], strides: 1, pad: 'same', activation: 'relu6' },
    { x: [2, 9, 9, 6], filter: [3, 2, 1], strides: 1, pad: 'same', dilation: 3 },
    { x: [1, 11, 9, 8], filter: [1, 1, 1], strides: 4, pad: 'valid' },
    { x: [1, 1, 1, 4], filter: [3, 3, 1], strides: 1, pad: 'same' },
  ] satisfies Forward[])('agree with cpu: %j', async (c) => {
    await expectSameAsCpu(forward(c as Forward));
    await expectOurs('activation' in c ? 'FusedDepthwiseConv2D' : 'DepthwiseConv2dNative', forward(c as Forward));
  });

  it('agree with cpu on random geometries', async () => {
    const side = fc.integer({ min: 1, max: 14 });
    const few = fc.integer({ min: 1, max: 3 });
    const arbitrary = fc.record({
      x: fc.tuple(few, side, side, fc.integer({ min: 4, max: 40 })),
      filter: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.constant(1)),
      geometry: fc.oneof(
        fc.record({ strides: few, dilation: fc.constant(1) }),
        fc.record({ strides: fc.constant(1), dilation: few }),
      ),
      pad: fc.constantFrom('same' as const, 'valid' as const),
      activation: fc.constantFrom(undefined, 'linear' as const, 'relu' as const, 'relu6' as const),
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ geometry, activation, ...c }) => {
        const reach = (axis: 0 | 1) => (c.filter[axis] - 1) * geometry.dilation + 1;
        fc.pre(c.pad === 'same' || (reach(0) <= c.x[1] && reach(1) <= c.x[2]));
        await expectSameAsCpu(forward({ ...c, ...geometry, ...(activation && { activation }) }));
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  it('leave several outputs of a channel, and fewer than four channels, to the stock kernel', async () => {
    const before = answers('DepthwiseConv2dNative').stock;
    const convolve = (channels: number, multiplier: number) => () =>
      tf.depthwiseConv2d(
        randomTensor([1, 5, 5, channels], 1) as tf.Tensor4D,
        randomTensor([3, 3, channels, multiplier], 2) as tf.Tensor4D,
        1,
        'same',
      );
    await expectSameAsCpu(convolve(4, 2));
    await expectSameAsCpu(convolve(3, 1));
    expect(answers('DepthwiseConv2dNative').stock).toBe(before + 2);
  });
});

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
