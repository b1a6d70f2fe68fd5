import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { answers, expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';

const product =
  (m: number, n: number, k: number, ta: boolean, tb: boolean, seed = 1) =>
  () =>
    tf.matMul(randomTensor(ta ? [k, m] : [m, k], seed), randomTensor(tb ? [n, k] : [k, n], seed + 1), ta, tb);

describe.each(variants)('batchMatMul (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });

  it('multiplies two small matrices', async () => {
    const [values] = await valuesOn('wasm', () =>
      tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2])),
    );
    expect([...values!]).toEqual([19, 22, 43, 50]);
    await expectOurs('BatchMatMul', product(3, 4, 5, false, false));
  });

  it.each([
    [1, 1, 1],
    [1, 17, 3],
    [5, 9, 700],
    [8, 100, 1931],
    [8, 1931, 100],
    [12, 1200, 70],
    [13, 3, 65],
    [61, 33, 800],
    [1931, 100, 8],
    [127, 1003, 11],
    [131, 70, 385],
  ])('agrees with cpu on %i x %i x %i with every transpose', async (m, n, k) => {
    for (const ta of [false, true]) {
      for (const tb of [false, true]) await expectSameAsCpu(product(m, n, k, ta, tb));
    }
  });

  it('agrees with cpu on random shapes', async () => {
    const size = fc.integer({ min: 1, max: 150 });
    const property = fc.asyncProperty(size, size, size, fc.boolean(), fc.boolean(), (m, n, k, ta, tb) =>
      expectSameAsCpu(product(m, n, k, ta, tb, m + 3)),
    );
    await fc.assert(property, { numRuns: 25, seed: 5 });
  });

  it('broadcasts batch dimensions', async () => {
    await expectSameAsCpu(() => tf.matMul(randomTensor([2, 3, 5, 4], 1), randomTensor([3, 4, 7], 2)));
    await expectSameAsCpu(() => tf.matMul(randomTensor([5, 4], 1), randomTensor([3, 4, 7], 2)));
  });

  it('broadcasts both sides at once, which the cpu backend does not', async () => {
    const a = () => randomTensor([2, 1, 5, 4], 1);
    const b = () => randomTensor([3, 4, 7], 2);
    const [values] = await valuesOn('wasm', () => tf.matMul(a(), b()));
    const [tiled] = await valuesOn('cpu', () =>
      tf.matMul(tf.tile(a(), [1, 3, 1, 1]), tf.tile(tf.expandDims(b()), [2, 1, 1, 1])),
    );
    expect(values).toBeAllClose(tiled!, { rtol: 1e-5, atol: 1e-6 });
  });

  it('passes NaN and infinity on to the rows that they reach', async () => {
    await expectSameAsCpu(() => {
      const a = tf.tensor2d([1, Number.NaN, 2, 3, Number.POSITIVE_INFINITY, 1, 1, 1, 1], [3, 3]);
      return tf.matMul(a, randomTensor([3, 11], 4));
    });
  });

  it('gives zero-size results, and zeros where nothing is added up', async () => {
    await tf.setBackend('wasm');
    expect(tf.tidy(() => tf.matMul(tf.zeros([0, 3]), tf.zeros([3, 4])).shape)).toEqual([0, 4]);
    await expectSameAsCpu(() => tf.matMul(tf.zeros([2, 3]), tf.zeros([3, 0])));
  });

  it('leaves other dtypes and wrong shapes to the stock kernel', async () => {
    await tf.setBackend('wasm');
    const before = answers('BatchMatMul').stock;
    expect(() => tf.matMul(tf.ones([2, 2], 'int32'), tf.ones([2, 2], 'int32'))).toThrow(/float32/);
    expect(answers('BatchMatMul').stock).toBe(before + 1);
    expect(() => tf.matMul(tf.ones([2, 3]), tf.ones([4, 2]))).toThrow();
  });
});
