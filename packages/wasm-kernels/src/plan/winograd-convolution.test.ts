import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';
import { contextOf } from '../wasm/context-of.ts';
import { winogradFilterGradient, winogradForward, winogradInputGradient } from './winograd-convolution.ts';

interface Case {
  readonly x: [number, number, number, number];
  readonly size: number;
  readonly filters: number;
  readonly strides: number;
  readonly pad: 'same' | 'valid' | number;
}

const cases: Case[] = [
  { x: [2, 24, 20, 32], size: 3, filters: 32, strides: 1, pad: 'same' },
  { x: [2, 22, 21, 36], size: 3, filters: 28, strides: 1, pad: 'valid' },
  { x: [1, 19, 14, 400], size: 3, filters: 20, strides: 1, pad: 2 },
  { x: [3, 19, 18, 48], size: 2, filters: 52, strides: 1, pad: 'same' },
  { x: [4, 30, 31, 32], size: 4, filters: 36, strides: 2, pad: 'same' },
  { x: [4, 34, 35, 36], size: 4, filters: 32, strides: 2, pad: 'valid' },
  { x: [1, 18, 18, 72], size: 3, filters: 132, strides: 1, pad: 'same' },
  { x: [3, 22, 23, 68], size: 4, filters: 100, strides: 2, pad: 'same' },
];

const filterShape = ({ x, size, filters }: Case) => [size, size, x[3], filters] as [number, number, number, number];

/** Values mostly of one sign, as after relu, do not cancel out in the sums. */
const work = (c: Case) => {
  const x = tf.add(randomTensor<tf.Rank.R4>(c.x, 1), 0.7) as tf.Tensor4D;
  const filter = randomTensor<tf.Rank.R4>(filterShape(c), 2);
  const convolve = (a: tf.Tensor, b: tf.Tensor) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, c.strides, c.pad);
  const y = convolve(x, filter);
  return [y, ...tf.grads(convolve)([x, filter], randomTensor(y.shape, 3))];
};

const infoOf = (c: Case) => tf.backend_util.computeConv2DInfo(c.x, filterShape(c), c.strides, 1, c.pad);

describe.each(variants)('winogradForward and gradients (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });
  afterAll(uninstallWasmKernels);

  it.each(cases)('agree with cpu within 3e-5: %j', async (c) => {
    await expectSameAsCpu(() => work(c), 3e-5);
  });

  it.each(cases)('are chosen for this size, forward and back: %j', async (c) => {
    await tf.setBackend('wasm');
    const context = contextOf(tf.backend());
    const info = infoOf(c);
    tf.tidy(() => {
      const [x, filter, y] = [tf.ones(c.x), tf.ones(filterShape(c)), tf.ones(info.outShape)].map((t) =>
        context.address(t),
      );
      const at = { x: x!, filter: filter!, y: y! };
      expect(
        [winogradForward, winogradInputGradient, winogradFilterGradient].map((run) => run(context, info, at)),
      ).toEqual([true, true, expect.any(Boolean)]);
    });
  });

  it('leave what is not finite to the direct way, which passes it on like cpu', async () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      await expectSameAsCpu(() => {
        const x = randomTensor([1, 24, 24, 32], 1).dataSync();
        x[5000] = bad;
        return tf.conv2d(tf.tensor4d(x, [1, 24, 24, 32]), randomTensor<tf.Rank.R4>([3, 3, 32, 32], 2), 1, 'same');
      });
    }
  });

  it('fuse bias and activation', async () => {
    await expectSameAsCpu(
      () =>
        tf.fused.conv2d({
          x: randomTensor<tf.Rank.R4>([1, 25, 27, 32], 1),
          filter: randomTensor<tf.Rank.R4>([3, 3, 32, 32], 2),
          strides: 1,
          pad: 'same',
          bias: randomTensor([32], 3),
          activation: 'relu',
        }),
      3e-5,
    );
  });

  it('run conv2dTranspose of stride 2', async () => {
    const transpose = () =>
      tf.conv2dTranspose(
        randomTensor<tf.Rank.R4>([2, 15, 14, 32], 1),
        randomTensor<tf.Rank.R4>([4, 4, 32, 32], 2),
        [2, 30, 28, 32],
        2,
        'same',
      );
    await expectSameAsCpu(transpose, 3e-5);
    expect((await valuesOn('wasm', transpose))[0]).toHaveLength(2 * 30 * 28 * 32);
  });
});
