import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { binaryCrossentropy } from './binary-crossentropy.ts';
import { categoricalCrossentropy } from './categorical-crossentropy.ts';
import { countCorrect } from './count-correct.ts';
import type { LossFunction } from './loss.ts';
import { sparseCategoricalCrossentropy } from './sparse-categorical-crossentropy.ts';

/** Values of a function of targets and predictions; makes and disposes the tensors. */
function valuesOf(f: LossFunction, ys: number[][] | number[], predictions: number[][]): Promise<number[]> {
  return expectNoLeak(async () => {
    const out = tf.tidy(() => f(tf.tensor(ys), tf.tensor(predictions)));
    const values = [...(await out.data())];
    out.dispose();
    return values;
  });
}

describe('binaryCrossentropy', () => {
  it('is minus the logarithm of what the right answer got', async () => {
    expect(await valuesOf(binaryCrossentropy, [[1], [0]], [[0.25], [0.25]])).toBeAllClose([
      Math.log(4),
      -Math.log(0.75),
    ]);
  });

  it('agrees with Keras, where it clips and with several outputs too', async () => {
    // keras.losses.binary_crossentropy([[0], [1], [1], [0]], [[0.2], [0.9], [0.0], [1.0]])
    const clipped = await valuesOf(binaryCrossentropy, [[0], [1], [1], [0]], [[0.2], [0.9], [0], [1]]);
    expect(clipped).toBeAllClose([0.22314353, 0.10536055, 16.118095, 15.942385]);
    // keras.losses.binary_crossentropy([[0, 1], [1, 1]], [[.2, .9], [.5, .6]])
    const wide = await valuesOf(binaryCrossentropy, [[0, 1], [1, 1]], [[0.2, 0.9], [0.5, 0.6]]); // biome-ignore format: short
    expect(wide).toBeAllClose([0.16425204, 0.6019864]);
  });

  it('has the gradient of central differences', async () => {
    const ys = tf.tensor2d([[1], [0], [1]]);
    const p = [0.3, 0.6, 0.9];
    const at = (values: number[]) => tf.tidy(() => tf.sum(binaryCrossentropy(ys, tf.tensor2d(values, [3, 1]))));
    const gradient = tf.tidy(() => tf.grad((x) => tf.sum(binaryCrossentropy(ys, x)))(tf.tensor2d(p, [3, 1])));
    const h = 1e-2;
    const numeric = await Promise.all(
      p.map(async (_, i) => {
        const shifted = (by: number) => at(p.map((value, j) => (i === j ? value + by : value))).data();
        const [up, down] = await Promise.all([shifted(h), shifted(-h)]);
        return ((up[0] as number) - (down[0] as number)) / (2 * h);
      }),
    );
    expect([...(await gradient.data())]).toBeAllClose(numeric, { rtol: 2e-3 });
  });

  it('refuses to broadcast', () => {
    tf.tidy(() => {
      expect(() => binaryCrossentropy(tf.zeros([3]), tf.zeros([3, 1]))).toThrow('got [3]');
    });
  });
});

describe('categoricalCrossentropy', () => {
  const predictions = [[0.1, 0.2, 0.7], [0.2, 0.2, 0.4]]; // biome-ignore format: short

  it('agrees with Keras, also where outputs do not sum to 1', async () => {
    // keras.losses.categorical_crossentropy([[0, 0, 1], [1, 0, 0]], predictions)
    const oneHot = [[0, 0, 1], [1, 0, 0]]; // biome-ignore format: short
    expect(await valuesOf(categoricalCrossentropy, oneHot, predictions)).toBeAllClose([0.35667497, 1.3862944]);
  });

  it('is the same for class indices', async () => {
    // keras.losses.sparse_categorical_crossentropy([2, 0], predictions)
    for (const ys of [
      [2, 0],
      [[2], [0]],
    ]) {
      expect(await valuesOf(sparseCategoricalCrossentropy, ys, predictions)).toBeAllClose([0.35667497, 1.3862944]);
    }
  });
});

describe('countCorrect', () => {
  it('uses a threshold for one output, which exactly one half does not pass', async () => {
    expect(await valuesOf(countCorrect, [[1], [0], [1], [0]], [[0.9], [0.4], [0.5], [0.5]])).toEqual([3]);
  });

  it('compares the largest of several outputs with class indices or with one-hot targets', async () => {
    const predictions = [[0.1, 0.2, 0.7], [0.5, 0.4, 0.1]]; // biome-ignore format: short
    expect(await valuesOf(countCorrect, [2, 1], predictions)).toEqual([1]);
    expect(await valuesOf(countCorrect, [[0, 0, 1], [1, 0, 0]], predictions)).toEqual([2]); // biome-ignore format: short
  });
});
