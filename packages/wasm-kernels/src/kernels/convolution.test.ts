import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';

type Pad = 'same' | 'valid' | number | [[number, number], [number, number], [number, number], [number, number]];

interface Case {
  readonly x: [number, number, number, number];
  readonly filter: [number, number, number];
  readonly strides?: number | [number, number];
  readonly pad?: Pad;
  readonly dilations?: number | [number, number];
}

const explicit: Pad = [
  [0, 0],
  [1, 2],
  [0, 3],
  [0, 0],
];

const cases: Case[] = [
  { x: [1, 1, 1, 1], filter: [1, 1, 1] },
  { x: [2, 5, 7, 3], filter: [3, 3, 4] },
  { x: [1, 13, 11, 3], filter: [3, 3, 9], pad: 'same' },
  { x: [3, 9, 9, 5], filter: [2, 3, 7], pad: explicit },
  { x: [2, 10, 10, 8], filter: [4, 4, 13], strides: 2, pad: 'same' },
  { x: [2, 11, 8, 6], filter: [3, 2, 5], strides: [3, 2], pad: 'valid' },
  { x: [1, 12, 12, 4], filter: [5, 5, 3], strides: 1, pad: 2 },
  { x: [2, 9, 8, 7], filter: [1, 1, 17], strides: 2, pad: 'same' },
  { x: [1, 17, 16, 70], filter: [3, 3, 21], pad: 'same' },
  { x: [1, 9, 8, 3], filter: [3, 4, 400], pad: 'same' },
  { x: [2, 11, 10, 70], filter: [4, 3, 6], strides: 2, pad: 'same' },
  { x: [2, 10, 9, 20], filter: [3, 1, 6], strides: 2, pad: explicit },
  { x: [1, 6, 5, 2], filter: [2, 2, 3], strides: 4 },
  { x: [1, 4, 4, 130], filter: [3, 3, 12], pad: 'same' },
  { x: [4, 31, 30, 2], filter: [7, 7, 6], strides: 2, pad: 'same' },
];

const depth = ({ x, filter }: Case) => [filter[0], filter[1], x[3], filter[2]] as [number, number, number, number];
const forward = (c: Case, seed = 1) =>
  tf.conv2d(
    randomTensor<tf.Rank.R4>(c.x, seed),
    randomTensor<tf.Rank.R4>(depth(c), seed + 1),
    c.strides ?? 1,
    c.pad ?? 'valid',
    'NHWC',
    c.dilations ?? 1,
  );

/** Gradients of a weighted sum of the outputs, so that every place has a gradient of its own. */
const backward = (c: Case, seed = 1) => {
  const weights = randomTensor(forward(c).shape, seed + 2);
  const loss = (x: tf.Tensor, filter: tf.Tensor) =>
    tf.sum(tf.mul(tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, c.strides ?? 1, c.pad ?? 'valid'), weights));
  return tf.grads(loss)([randomTensor(c.x, seed), randomTensor(depth(c), seed + 1)]);
};

describe.each(variants)('convolutions (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });

  it('adds up a window', async () => {
    const [values] = await valuesOn('wasm', () =>
      tf.conv2d(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]), tf.tensor4d([1, 10, 100, 1000], [2, 2, 1, 1]), 1, 'valid'),
    );
    expect([...values!]).toEqual([4321]);
  });

  it.each(cases)('agrees with cpu forward: %j', async (c) => {
    await expectSameAsCpu(() => forward(c));
    await expectOurs('Conv2D', () => forward(c));
  });

  it.each(cases)('agrees with cpu backward: %j', async (c) => {
    await expectSameAsCpu(() => backward(c));
    await expectOurs('Conv2DBackpropFilter', () => backward(c));
    await expectOurs('Conv2DBackpropInput', () => backward(c));
  });

  it.each([
    { x: [2, 12, 13, 3], filter: [3, 3, 5], dilations: 2 },
    { x: [1, 15, 14, 8], filter: [3, 2, 9], dilations: [2, 3], pad: 'same' },
  ] satisfies Case[])('agrees with cpu with dilation: %j', async (c) => {
    await expectSameAsCpu(() => forward(c as Case));
  });

  it('agrees with cpu on random geometries', async () => {
    const arbitrary = fc.record({
      x: fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 5, max: 20 }),
        fc.integer({ min: 5, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
      ),
      filter: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 20 })),
      strides: fc.integer({ min: 1, max: 3 }),
      pad: fc.constantFrom<Pad>('same', 'valid', explicit),
    });
    const property = fc.asyncProperty(arbitrary, async (c) => {
      await expectSameAsCpu(() => forward(c));
      await expectSameAsCpu(() => backward(c));
    });
    await fc.assert(property, { numRuns: 20, seed: 6 });
  });

  it('runs conv2dTranspose', async () => {
    const transpose = () =>
      tf.conv2dTranspose(
        randomTensor<tf.Rank.R4>([2, 6, 5, 7], 1),
        randomTensor<tf.Rank.R4>([4, 4, 9, 7], 2),
        [2, 12, 10, 9],
        2,
        'same',
      );
    await expectSameAsCpu(transpose);
    await expectOurs('Conv2DBackpropInput', transpose);
  });

  it('fuses bias and activation', async () => {
    for (const activation of ['linear', 'relu', 'relu6', 'leakyrelu'] as const) {
      const fused = () =>
        tf.fused.conv2d({
          x: tf.mul<tf.Tensor4D>(randomTensor<tf.Rank.R4>([2, 7, 6, 3], 1), 9),
          filter: randomTensor<tf.Rank.R4>([3, 3, 3, 6], 2),
          strides: 1,
          pad: 'same',
          bias: randomTensor([6], 3),
          activation,
          leakyreluAlpha: 0.3,
        });
      await expectSameAsCpu(fused);
      await expectOurs('FusedConv2D', fused);
    }
  });

  it.each([
    { channels: 900, outputs: 13, size: 1, what: 'a depth of several blocks' },
    { channels: 16, outputs: 96, size: 1, what: 'a filter that stays in the first cache' },
    { channels: 70, outputs: 140, size: 1, what: 'one that does not' },
    { channels: 5, outputs: 11, size: 5, what: 'columns beyond the last panel' },
  ])('adds the bias and bounds the sum where it is stored: $what', async ({ channels, outputs, size }) => {
    for (const activation of ['linear', 'relu', 'relu6'] as const) {
      const fused = () =>
        tf.fused.conv2d({
          x: randomTensor<tf.Rank.R4>([2, 9, 7, channels], 1),
          filter: randomTensor<tf.Rank.R4>([size, size, channels, outputs], 2),
          strides: 1,
          pad: 'same',
          bias: tf.mul(randomTensor<tf.Rank.R1>([outputs], 3), 5),
          activation,
        });
      await expectSameAsCpu(fused);
      await expectOurs('FusedConv2D', fused);
    }
  });

  it('keeps NaN and infinity through bias and activation', async () => {
    for (const activation of ['linear', 'relu', 'relu6'] as const) {
      await expectSameAsCpu(() => {
        const x = randomTensor<tf.Rank.R4>([1, 5, 5, 4], 1).arraySync() as number[][][][];
        x[0]![1]![2]![1] = Number.NaN;
        x[0]![3]![3]![0] = Number.POSITIVE_INFINITY;
        const filter = randomTensor<tf.Rank.R4>([1, 1, 4, 9], 2);
        const bias = randomTensor<tf.Rank.R1>([9], 3);
        return tf.fused.conv2d({ x: tf.tensor4d(x), filter, strides: 1, pad: 'same', bias, activation });
      });
    }
  });

  it('passes NaN and infinity on to the places that see them', async () => {
    await expectSameAsCpu(() => {
      const x = randomTensor<tf.Rank.R4>([1, 9, 9, 3], 1).arraySync() as number[][][][];
      x[0]![2]![3]![1] = Number.NaN;
      x[0]![6]![6]![0] = Number.POSITIVE_INFINITY;
      return tf.conv2d(tf.tensor4d(x), randomTensor<tf.Rank.R4>([3, 3, 3, 5], 2), 1, 'same');
    });
  });

  it('passes NaN and infinity on to the windows of their pixels', async () => {
    await expectSameAsCpu(() => {
      const dy = randomTensor<tf.Rank.R4>([1, 5, 6, 7], 1).arraySync() as number[][][][];
      dy[0]![0]![0]![1] = Number.NaN;
      dy[0]![3]![4]![0] = Number.POSITIVE_INFINITY;
      const filter = randomTensor<tf.Rank.R4>([4, 4, 3, 7], 2);
      return tf.conv2dTranspose(tf.tensor4d(dy), filter, [1, 10, 12, 3], 2, 'same');
    });
  });

  it('gives an empty result for an empty batch', async () => {
    await tf.setBackend('wasm');
    const shape = tf.tidy(
      () => tf.conv2d(tf.zeros<tf.Rank.R4>([0, 5, 5, 3]), tf.ones<tf.Rank.R4>([3, 3, 3, 2]), 1, 'same').shape,
    );
    expect(shape).toEqual([0, 5, 5, 2]);
  });
});
