import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { answers, expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';

/** Normalisation by the batch's own statistics, as in training. */
const training = (x: tf.Tensor, offset: tf.Tensor, scale: tf.Tensor) => {
  const { mean, variance } = tf.moments(x, [...x.shape.keys()].slice(0, -1));
  return tf.batchNorm(
    x,
    mean as tf.Tensor1D,
    variance as tf.Tensor1D,
    offset as tf.Tensor1D,
    scale as tf.Tensor1D,
    1e-3,
  );
};

const gradients = (shape: number[]) => () => {
  const channels = shape[shape.length - 1]!;
  const weights = randomTensor(shape, 4);
  const loss = (x: tf.Tensor, offset: tf.Tensor, scale: tf.Tensor) =>
    tf.sum(tf.mul(tf.tanh(training(x, offset, scale)), weights));
  return tf.grads(loss)([randomTensor(shape, 1), randomTensor([channels], 2), randomTensor([channels], 3)]);
};

const given =
  (shape: number[], withOffset = true, withScale = true) =>
  () => {
    const channels = [shape[shape.length - 1]!];
    const vector = (seed: number) => randomTensor<tf.Rank.R1>(channels as [number], seed);
    const variance = tf.add(vector(3), 1.5) as tf.Tensor1D;
    const [offset, scale] = [withOffset ? vector(4) : undefined, withScale ? vector(5) : undefined];
    return tf.batchNorm(randomTensor(shape, 1), vector(2), variance, offset, scale, 0.01);
  };

describe.each(variants)('batch normalisation (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });
  afterAll(uninstallWasmKernels);

  it('centres and scales', async () => {
    const [values] = await valuesOn('wasm', () =>
      tf.batchNorm(tf.tensor2d([1, 3], [2, 1]), tf.tensor1d([2]), tf.tensor1d([4]), undefined, undefined, 0),
    );
    expect([...values!]).toEqual([-0.5, 0.5]);
  });

  it.each([[[5, 3]], [[2, 3, 4, 9]], [[3, 5, 5, 16]], [[2, 9, 7, 33]]])('agrees with cpu: %j', async (shape) => {
    for (const [offset, scale] of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const) {
      await expectSameAsCpu(given(shape, offset, scale));
    }
    await expectOurs('FusedBatchNorm', given(shape));
  });

  it.each([[[6, 5]], [[4, 3, 4, 9]], [[3, 9, 8, 24]]])('has the gradients of cpu in training: %j', async (shape) => {
    await expectSameAsCpu(gradients(shape), 2e-5);
    await expectOurs('FusedBatchNormInputGrad', gradients(shape));
    await expectOurs('FusedBatchNormParamsGrad', gradients(shape));
  });

  it('leaves statistics per element to the stock kernel', async () => {
    const before = answers('FusedBatchNorm').stock;
    const full = (seed: number) => randomTensor<tf.Rank.R4>([2, 3, 3, 4], seed);
    await expectSameAsCpu(() =>
      tf.batchNorm4d(full(1), full(2), tf.add(full(3), 2) as tf.Tensor4D, full(4), full(5), 0.01),
    );
    expect(answers('FusedBatchNorm').stock).toBe(before + 1);
  });
});
