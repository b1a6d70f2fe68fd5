import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { answers, expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';

describe.each(variants)('kernels over rows (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });
  afterAll(uninstallWasmKernels);

  it('adds a bias', async () => {
    for (const bias of [[7], [1, 7], [1, 1, 1, 7]]) {
      const work = () => tf.add(randomTensor([3, 50, 20, 7], 1), randomTensor(bias, 2));
      await expectSameAsCpu(work);
      await expectOurs('Add', work);
    }
    await expectSameAsCpu(() => tf.add(randomTensor([7], 1), randomTensor([5, 7], 2)));
  });

  it('leaves other additions to the stock kernel', async () => {
    const before = answers('Add').stock;
    await expectSameAsCpu(() => tf.add(randomTensor([4, 1], 1), randomTensor([4, 5], 2)));
    await expectSameAsCpu(() => tf.add(randomTensor([2, 3], 1), randomTensor([2, 3], 2)));
    await expectSameAsCpu(() => tf.add(tf.ones([4, 3], 'int32'), tf.ones([3], 'int32')));
    await expectSameAsCpu(() => tf.add(randomTensor([2, 2, 3], 1), randomTensor([2, 3], 1)));
    expect(answers('Add').stock).toBe(before + 4);
  });

  it.each([
    [tf.sum, [0, 1]],
    [tf.mean, [0]],
    [tf.sum, undefined],
    [tf.mean, undefined],
    [tf.mean, [0, 1, 2]],
    [tf.sum, [2]],
    [tf.mean, [1]],
  ] as const)('hands the gradient of %s over %j on', async (op, axes) => {
    for (const keepDims of [false, true]) {
      await expectSameAsCpu(() => {
        const reduce = (x: tf.Tensor) => op(x, axes as number[] | undefined, keepDims);
        const x = randomTensor([9, 8, 7], 1);
        return tf.grad(reduce)(x, randomTensor(reduce(x).shape, 2));
      });
    }
  });

  it('sums segments', async () => {
    const work = () => tf.unsortedSegmentSum(randomTensor([40, 5], 1), tf.tensor1d(segments(40), 'int32'), 6);
    await expectSameAsCpu(work);
    await expectOurs('UnsortedSegmentSum', work);
    await expectSameAsCpu(() =>
      tf.unsortedSegmentSum(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2], 'int32'), tf.tensor1d([1, -1, 1], 'int32'), 2),
    );
  });

  it('differentiates gather', async () => {
    const work = () =>
      tf.grad((x: tf.Tensor) => tf.sum(tf.square(tf.gather(x, tf.tensor1d([3, 0, 3], 'int32')))))(
        randomTensor([4, 6], 1),
      );
    await expectSameAsCpu(work);
    await expectOurs('UnsortedSegmentSum', work);
  });

  it('shares the values of a clone', async () => {
    const [values] = await valuesOn('wasm', () => {
      const x = randomTensor([100], 1);
      const copy = tf.clone(x);
      expect(copy.dataId).toBe(x.dataId);
      return tf.sub(copy, x);
    });
    expect(Math.max(...values!)).toBe(0);
  });
});

function segments(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i * 7) % 6);
}
