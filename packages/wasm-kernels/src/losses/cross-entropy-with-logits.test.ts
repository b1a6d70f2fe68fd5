import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from '../install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from '../install/uninstall-wasm-kernels.ts';
import { expectOurs, expectSameAsCpu, valuesOn } from '../testing/backends.ts';
import { numbers, randomTensor } from '../testing/numbers.ts';
import { variants } from '../testing/variants.ts';
import { sigmoidCrossEntropyWithLogits } from './sigmoid-cross-entropy-with-logits.ts';
import { softmaxCrossEntropyWithLogits } from './softmax-cross-entropy-with-logits.ts';

type Entropy = (labels: tf.Tensor, logits: tf.Tensor) => tf.Tensor;

const losses: Record<string, [entropy: Entropy, kernel: string]> = {
  sigmoid: [sigmoidCrossEntropyWithLogits, 'SigmoidCrossEntropyWithLogits'],
  softmax: [softmaxCrossEntropyWithLogits, 'SoftmaxCrossEntropyWithLogits'],
};
const shapes = [
  [1, 1],
  [3, 2],
  [5, 4],
  [7, 11],
  [2, 3, 5],
  [1000, 37],
  [3, 20_001],
  [0, 4],
];
const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

/** Gradients of a weighted sum, so that every row has a dy of its own. */
const gradients = (entropy: Entropy, labels: tf.Tensor, logits: tf.Tensor) => {
  const weights = randomTensor(entropy(labels, logits).shape, 9);
  return tf.grads((y, z) => tf.sum(tf.mul(entropy(y as tf.Tensor, z as tf.Tensor), weights)))([labels, logits]);
};

/** The formula in double precision. */
const reference = {
  sigmoid: (y: number[][], z: number[][]) =>
    z.flatMap((row, i) => row.map((v, j) => Math.max(v, 0) - v * y[i]![j]! + Math.log1p(Math.exp(-Math.abs(v))))),
  softmax: (y: number[][], z: number[][]) =>
    z.map((row, i) => {
      const top = Math.max(...row);
      const log = Math.log(row.reduce((sum, v) => sum + Math.exp(v - top), 0));
      return row.reduce((sum, v, j) => sum + y[i]![j]! * (log - (v - top)), 0);
    }),
};

const labelsOf = (shape: number[]) => tf.abs(randomTensor(shape, 1));
const logitsOf = (shape: number[], scale = 5) => tf.mul(randomTensor(shape, 2), scale);

describe.each(variants)('cross-entropy from logits (%s)', (variant) => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant });
  });
  afterAll(uninstallWasmKernels);

  it('is log 2 where the sigmoid knows nothing, and its slope there is a half', async () => {
    const [value, slope] = await valuesOn('wasm', () => {
      const [labels, logits] = [tf.tensor1d([0, 1, 0.5]), tf.zeros([3])];
      const slopes = tf.grad((z: tf.Tensor) => tf.sum(sigmoidCrossEntropyWithLogits(labels, z)))(logits);
      return [sigmoidCrossEntropyWithLogits<tf.Tensor>(labels, logits), slopes];
    });
    expect(value).toBeAllClose([Math.LN2, Math.LN2, Math.LN2], { rtol: 1e-6 });
    expect([...slope!]).toEqual([0.5, -0.5, 0]);
  });

  it('is log 4 where the softmax knows nothing of four classes', async () => {
    const [value, slope] = await valuesOn('wasm', () => {
      const [labels, logits] = [tf.tensor2d([[0, 1, 0, 0]]), tf.fill([1, 4], 7)];
      const slopes = tf.grad((z: tf.Tensor) => tf.sum(softmaxCrossEntropyWithLogits(labels, z)))(logits);
      return [softmaxCrossEntropyWithLogits(labels, logits), slopes];
    });
    expect(value).toBeAllClose([Math.log(4)], { rtol: 1e-6 });
    expect([...slope!]).toEqual([0.25, -0.75, 0.25, 0.25]);
  });

  it.each(['sigmoid', 'softmax'] as const)(
    'agrees with double precision, however large the logits: %s',
    async (name) => {
      const next = numbers(4);
      const matrix = (make: () => number) => Array.from({ length: 40 }, () => Array.from({ length: 6 }, make));
      for (const scale of [1e-6, 1e-3, 1, 10, 80, 300, 1e6]) {
        const y = matrix(() => Math.fround(Math.abs(next())));
        const z = matrix(() => Math.fround(scale * next()));
        const [values] = await valuesOn('wasm', () => losses[name]![0](tf.tensor2d(y), tf.tensor2d(z)));
        expect(values).toBeAllClose(reference[name](y, z), { rtol: 2e-6, atol: 1e-6 * Math.max(1, scale) });
      }
    },
  );

  it.each(Object.keys(losses))('agrees with the plain ops of cpu, forward and back: %s', async (name) => {
    const [entropy, kernel] = losses[name]!;
    for (const shape of shapes) {
      await expectSameAsCpu(() => entropy(labelsOf(shape), logitsOf(shape)));
      await expectSameAsCpu(() => gradients(entropy, labelsOf(shape), logitsOf(shape)));
    }
    await expectOurs(kernel, () => entropy(labelsOf([3, 4]), logitsOf([3, 4])));
    await expectOurs(`${kernel}Grad`, () => gradients(entropy, labelsOf([3, 4]), logitsOf([3, 4])));
  });

  it.each(Object.keys(losses))('has the slope of its own values: %s', async (name) => {
    const entropy = losses[name]![0];
    const [labels, logits] = [labelsOf([2, 5]), logitsOf([2, 5], 2)];
    const [, dz] = await valuesOn('wasm', () => gradients(entropy, labels, logits));
    const weights = randomTensor(
      tf.tidy(() => entropy(labels, logits).shape),
      9,
    );
    const start = [...logits.dataSync()];
    const at = (values: number[]) =>
      tf.tidy(() => tf.sum(tf.mul(entropy(labels, tf.tensor2d(values, [2, 5])), weights)).dataSync()[0]!);
    const slopes = start.map((z, i) => (at(start.with(i, z + 0.01)) - at(start.with(i, z - 0.01))) / 0.02);
    expect(dz).toBeAllClose(slopes, { rtol: 2e-3, atol: 2e-4 });
    tf.dispose([labels, logits, weights]);
  });

  it('agrees with the losses of TensorFlow.js', async () => {
    const labels = () => tf.oneHot(tf.tensor1d([0, 3, 1, 3, 2], 'int32'), 4);
    const pairs: [Entropy, (y: tf.Tensor, z: tf.Tensor) => tf.Tensor][] = [
      [sigmoidCrossEntropyWithLogits, tf.losses.sigmoidCrossEntropy],
      [softmaxCrossEntropyWithLogits, tf.losses.softmaxCrossEntropy],
    ];
    for (const [ours, theirs] of pairs) {
      const run = (loss: Entropy) => () => [
        tf.mean(loss(labels(), logitsOf([5, 4]))),
        tf.grad((z: tf.Tensor) => tf.mean(loss(labels(), z)))(logitsOf([5, 4])),
      ];
      const [value, slope] = await valuesOn('wasm', run(ours));
      const [expected, slopes] = await valuesOn('wasm', run(theirs));
      expect(value).toBeAllClose(expected!, { rtol: 1e-5 });
      expect(slope).toBeAllClose(slopes!, { rtol: 1e-5, atol: 1e-6 });
    }
  });

  it.each(Object.keys(losses))('passes NaN and infinity on like cpu: %s', async (name) => {
    const entropy = losses[name]![0];
    const rows = [nan, inf, -inf, 0, -0, 100, -100].map((bad) => [1, bad, -2, 3, 0]);
    const logits = () => tf.tensor2d([...rows, [-inf, -inf, -inf, -inf, -inf]]);
    for (const label of [0, 1, 0.25]) {
      const labels = () => tf.fill([8, 5], label);
      await expectSameAsCpu(() => entropy(labels(), logits()));
      await expectSameAsCpu(() => tf.grad((z: tf.Tensor) => tf.sum(entropy(labels(), z)))(logits()));
    }
  });

  it.each(Object.keys(losses))('can be differentiated twice: %s', async (name) => {
    const slope = (z: tf.Tensor) => tf.grad((v: tf.Tensor) => tf.sum(losses[name]![0](labelsOf([3, 4]), v)))(z);
    await expectSameAsCpu(() => tf.grad((z: tf.Tensor) => tf.sum(tf.square(slope(z))))(logitsOf([3, 4])));
  });

  it.each(Object.keys(losses))('takes plain ops where the kernels are not installed: %s', async (name) => {
    const work = () => gradients(losses[name]![0], labelsOf([3, 4]), logitsOf([3, 4]));
    const [, expected] = await valuesOn('wasm', work);
    uninstallWasmKernels();
    const [, actual] = await valuesOn('wasm', work);
    await installWasmKernels({ variant });
    expect(actual).toBeAllClose(expected!, { rtol: 1e-5, atol: 1e-6 });
  });

  it('refuses labels of another shape, and rows without classes', () => {
    const [labels, logits] = [tf.zeros([4]), tf.zeros([4, 1])];
    expect(() => sigmoidCrossEntropyWithLogits<tf.Tensor>(labels, logits)).toThrow(
      /labels must have the shape .* \[4,1\], got \[4\]/,
    );
    expect(() => softmaxCrossEntropyWithLogits(labels, logits)).toThrow(/labels must have the shape/);
    expect(() => softmaxCrossEntropyWithLogits(tf.zeros([2, 0]), tf.zeros([2, 0]))).toThrow(/last axis of classes/);
    expect(() => softmaxCrossEntropyWithLogits(tf.scalar(1), tf.scalar(1))).toThrow(/last axis of classes/);
  });

  it('leaves no tensor behind', async () => {
    await tf.setBackend('wasm');
    const [labels, logits] = [labelsOf([3, 4]), logitsOf([3, 4])];
    const before = tf.memory().numTensors;
    for (const [entropy] of Object.values(losses)) {
      entropy(labels, logits).dispose();
      tf.dispose(tf.tidy(() => gradients(entropy, labels, logits)));
    }
    expect(tf.memory().numTensors).toBe(before);
    tf.dispose([labels, logits]);
  });
});
