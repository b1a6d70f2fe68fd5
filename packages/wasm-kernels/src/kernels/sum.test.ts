import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { answers, expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';

describe.each(variants)('sum and mean over neighbouring axes that others follow (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });

  it('adds rows up', async () => {
    const [values] = await valuesOn('wasm', () => tf.sum(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]), 0));
    expect([...values!]).toEqual([9, 12]);
  });

  it.each([
    [[300, 3], [0]],
    [
      [2, 17, 19, 37],
      [0, 1, 2],
    ],
    [
      [4, 5, 6],
      [1, 0],
    ],
    [[129, 64], 0],
    [
      [3, 9, 7, 21],
      [1, 2],
    ],
    [[4, 300, 5], 1],
    [
      [2, 3, 4, 5, 6],
      [-2, -3],
    ],
  ])('agrees with cpu: %j over %j', async (shape, axis) => {
    for (const reduce of [tf.sum, tf.mean]) {
      for (const keepDims of [false, true]) await expectSameAsCpu(() => reduce(randomTensor(shape, 1), axis, keepDims));
    }
    await expectOurs('Sum', () => tf.sum(randomTensor(shape, 1), axis));
    await expectOurs('Mean', () => tf.mean(randomTensor(shape, 1), axis));
  });

  it('keeps its precision over many biased rows', async () => {
    const rows = 200_000;
    const [values] = await valuesOn('wasm', () => tf.sum(tf.fill([rows, 5], 0.1), 0));
    expect(values![0]! / (rows * Math.fround(0.1))).toBeCloseTo(1, 5);
  });

  it('passes NaN and infinity on', async () => {
    await expectSameAsCpu(() => tf.sum(tf.tensor2d([1, Number.NaN, Number.POSITIVE_INFINITY, 2, 3, 4], [2, 3]), 0));
  });

  it('leaves trailing axes, axes apart, all axes and integers to the stock kernel', async () => {
    const before = answers('Sum').stock;
    await expectSameAsCpu(() => tf.sum(randomTensor([3, 4], 1), 1));
    await expectSameAsCpu(() => tf.sum(randomTensor([3, 4], 1)));
    await expectSameAsCpu(() => tf.sum(randomTensor([3, 4, 5, 6], 1), [0, 2]));
    await expectSameAsCpu(() => tf.sum(tf.tensor2d([1, 2, 3, 4], [2, 2], 'int32'), 0));
    expect(answers('Sum').stock).toBe(before + 4);
  });
});
