import { createHash } from 'node:crypto';
import { ArgumentError } from '@animals/core';
import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import type { BaseName } from '../bases/base-name.ts';
import type { BaseOptions } from '../bases/base-options.ts';
import { type Base, createBase } from '../bases/create-base.ts';
import { formulaWeights } from '../testing/formula.ts';
import { readOnnx } from '../testing/read-onnx.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { toOnnx } from './to-onnx.ts';

/** A base around some layers. */
function baseOf(...stack: layers.Layer[]): Base {
  const model = sequential({ layers: stack });
  loadWeights(model, formulaWeights(model));
  const base = createBase('MobileNet', { size: [32, 32], alpha: 0.25 });
  base.dispose();
  return { ...base, model, dispose: () => void model.dispose() };
}

const inputShape = [9, 8, 3];

describe('toOnnx', () => {
  it('writes a convolution with explicit pads and a kernel whose outputs come first', async () => {
    const strides: [number, number] = [2, 2];
    const conv = layers.conv2d({
      inputShape,
      name: 'c',
      filters: 4,
      kernelSize: 3,
      strides,
      padding: 'same',
      activation: 'relu6',
    });
    const base = baseOf(conv);
    const { input, output, nodes, constants } = readOnnx(await toOnnx(base));
    expect([input, output]).toEqual(['pixels', 'features']);
    expect(nodes.map(({ op }) => op)).toEqual(['Transpose', 'Conv', 'Clip', 'Transpose', 'Identity']);
    // 9 rows need one above and one below, 8 columns one at the right only.
    expect(nodes[1]).toMatchObject({
      inputs: [nodes[0]?.output, 'c/kernel', 'c/bias'],
      ints: { pads: [1, 0, 1, 1], strides: [2, 2], group: [1] },
    });
    const kernel = formulaWeights(base.model)[0]?.data as Float32Array;
    expect(constants.get('c/kernel')?.shape).toEqual([4, 3, 3, 3]);
    // [row 1, column 2, in 0, out 3] of [3, 3, 3, 4].
    expect(constants.get('c/kernel')?.data[3 * 27 + 0 * 9 + 1 * 3 + 2]).toBe(kernel[((1 * 3 + 2) * 3 + 0) * 4 + 3]);
    base.dispose();
  });

  it('flattens in the order of TensorFlow, and leaves dropout out', async () => {
    const base = baseOf(
      layers.maxPooling2d({ inputShape, poolSize: 2 }),
      layers.flatten({ name: 'f' }),
      layers.dropout({ rate: 0.5 }),
      layers.dense({ units: 5, activation: 'softmax' }),
    );
    const { nodes, constants } = readOnnx(await toOnnx(base));
    expect(nodes.map(({ op }) => op)).toEqual([
      'Transpose',
      'MaxPool',
      'Transpose',
      'Reshape',
      'Gemm',
      'Softmax',
      'Identity',
    ]);
    expect(nodes[2]?.ints.perm).toEqual([0, 2, 3, 1]);
    expect([...(constants.get('f/shape')?.data ?? [])]).toEqual([0n, 4n * 4n * 3n]);
    base.dispose();
  });

  it('keeps zeros before a largest value from being taken for padding', async () => {
    const pad = () =>
      layers.zeroPadding2d({
        inputShape,
        name: 'p',
        padding: [
          [1, 0],
          [2, 3],
        ],
      });
    const [pooled, convolved] = [
      baseOf(pad(), layers.maxPooling2d({ poolSize: 3 })),
      baseOf(pad(), layers.conv2d({ filters: 1, kernelSize: 3 })),
    ];
    const { constants } = readOnnx(await toOnnx(pooled));
    expect([...(constants.get('p/pads')?.data ?? [])].map(Number)).toEqual([0, 0, 1, 2, 0, 0, 0, 3]);
    expect(constants.get('p/value')?.data[0]).toBe(2 ** -126);
    expect(readOnnx(await toOnnx(convolved)).constants.has('p/value')).toBe(false);
    for (const base of [pooled, convolved]) base.dispose();
  });

  // The files were checked by onnx.checker.check_model(model, full_check=True) of onnx 1.23.1 and run by Python's
  // onnxruntime 1.30.0: features of two pictures of formulaPixels are ours to 2e-5 of the largest or better.
  it.each<[BaseName, BaseOptions, string]>([
    [
      'MobileNet',
      { alpha: 0.25, size: [64, 64], top: true },
      '76085c490775d33632849ac80c2723336a54860766ff5b781b87435d63a81f59',
    ],
    [
      'MobileNetV2',
      { alpha: 0.35, size: [61, 77], pooling: 'none' },
      'da17aa53b036fc3dbde356c07542a0dde613448803c6d8279d9eec3d742160ee',
    ],
    [
      'EfficientNetB0',
      { size: [64, 64], top: true },
      '93efa8e27277189a126cf0f66d0c7ef5a7c29d0bc24dbf376e9a74355d0dba2c',
    ],
  ])('writes %s with %o as the file that onnxruntime agrees with', async (name, options, sha256) => {
    const base = createBase(name, options);
    loadWeights(base.model, formulaWeights(base.model));
    await expectNoLeak(async () => {
      expect(
        createHash('sha256')
          .update(await toOnnx(base))
          .digest('hex'),
      ).toBe(sha256);
    });
    base.dispose();
  });

  it('names the layer or setting that it does not know', async () => {
    const refused: [layers.Layer, RegExp][] = [
      [layers.upSampling2d({ inputShape, name: 'up' }), /toOnnx knows, got UpSampling2D up; take extractFeatures/],
      [layers.activation({ inputShape, name: 'a', activation: 'selu' }), /got Activation a with activation selu/],
      [layers.batchNormalization({ inputShape, name: 'b', axis: 1 }), /got BatchNormalization b with axis 1/],
      [layers.batchNormalization({ inputShape, name: 'b', scale: false }), /b with no scale or no center/],
      [layers.maxPooling2d({ inputShape, name: 'm', dataFormat: 'channelsFirst' }), /m with dataFormat channelsFirst/],
      [layers.dense({ inputShape, name: 'd', units: 2 }), /got Dense d with input of shape \[9,8,3\]/],
      [layers.reshape({ inputShape, name: 'r', targetShape: [72, 3] }), /got Reshape r with output of shape \[72,3\]/],
    ];
    for (const [layer, message] of refused) {
      const base = baseOf(layer);
      await expect(toOnnx(base)).rejects.toThrow(message);
      await expect(toOnnx(base)).rejects.toThrow(ArgumentError);
      base.dispose();
    }
  });
});
