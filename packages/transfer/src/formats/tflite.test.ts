import { readFileSync } from 'node:fs';
import { DataError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaAt } from '../testing/small-net.ts';
import { dropBackground } from './drop-background.ts';
import { readTflite } from './tflite.ts';

/** Written by tools/reference/keras_weight_files.py with the converter of TensorFlow 2.21. */
const fixture = (name: string) => Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

const sizes = { kernel: 108, channels: 4, epsilon: 1e-3 };
const list = (k: number, size: number, role = '') => Array.from({ length: size }, (_, i) => formulaAt(k, i, role));

/** The first convolution with its batch normalisation folded in: kernel and bias. */
function folded(): { kernel: number[]; bias: number[] } {
  const { kernel, channels, epsilon } = sizes;
  const [conv, bias, gamma, beta, mean] = [0, 1, 2, 3, 4].map((k) =>
    list(k, k === 0 ? kernel : channels),
  ) as number[][];
  const scale = list(5, channels, 'moving_variance').map((v, c) => (gamma?.[c] as number) / Math.sqrt(v + epsilon));
  return {
    kernel: (conv as number[]).map((w, i) => w * (scale[i % channels] as number)),
    bias: (bias as number[]).map((b, c) => (b - (mean?.[c] as number)) * (scale[c] as number) + (beta?.[c] as number)),
  };
}

describe('readTflite', () => {
  it('reads kernels and biases in the order in which they run, laid out as Keras has them', () => {
    const weights = readTflite(fixture('float.tflite'));
    expect(weights.map(({ shape }) => shape)).toEqual([[3, 3, 3, 4], [4], [3, 3, 4, 1], [4], [64, 5], [5]]);
    const { kernel, bias } = folded();
    expect(weights[0]?.data).toBeAllClose(kernel, { atol: 1e-5 });
    expect(weights[1]?.data).toBeAllClose(bias, { atol: 1e-5 });
    expect(weights[2]?.data).toBeAllClose(list(6, 36), { atol: 1e-6 });
    expect(weights[4]?.data).toBeAllClose(list(8, 320), { atol: 1e-6 });
  });

  it('expands quantised ones, to half a step', () => {
    const weights = readTflite(fixture('int8.tflite'));
    const exact = readTflite(fixture('float.tflite'));
    for (const [i, { shape, data }] of weights.entries()) {
      expect(shape).toEqual(exact[i]?.shape);
      const largest = Math.max(...(exact[i]?.data ?? []).map(Math.abs));
      expect(data).toBeAllClose(exact[i]?.data as Float32Array, { atol: largest / 127 });
    }
  });

  it.each(['float.tflite', 'int8.tflite'])('gives weights or a DataError whatever happened to %s', (name) => {
    const whole = fixture(name);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(whole.length), (changes, end) => {
        const bytes = whole.slice(0, end % 3 === 0 ? end : whole.length);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        try {
          for (const { shape, data } of readTflite(bytes)) expect(data.length).toBe(shape.reduce((a, b) => a * b, 1));
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
      // Once found by chance: a kernel of many outputs under the operator of depthwise convolutions.
      {
        numRuns: 500,
        examples:
          name === 'float.tflite'
            ? [
                [
                  [
                    [5088, 88],
                    [9, 0],
                  ],
                  112,
                ],
              ]
            : [],
      },
    );
  });
});

describe('dropBackground', () => {
  it('leaves out the first of 1001 classes, and nothing else', () => {
    const data = Float32Array.from({ length: 2002 }, (_, i) => i);
    const [kernel, other] = dropBackground([
      { name: 'k', shape: [2, 1001], dtype: 'float32', data },
      { name: 'b', shape: [3], dtype: 'float32', data: Float32Array.of(1, 2, 3) },
    ]);
    expect(kernel?.shape).toEqual([2, 1000]);
    expect([kernel?.data[0], kernel?.data[999], kernel?.data[1000]]).toEqual([1, 1000, 1002]);
    expect(other?.data).toEqual(Float32Array.of(1, 2, 3));
  });
});
