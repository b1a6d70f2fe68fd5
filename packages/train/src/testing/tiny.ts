import { createRng, type ImageSet } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { initialiseWeights } from '../weights/initialise-weights.ts';
import { seededDropout } from '../weights/seeded-dropout.ts';

/** Noise pictures of two classes: the second has a brighter upper half. */
export function tinyImages(count = 24, { seed = 1, side = 8 } = {}): ImageSet {
  const rng = createRng(seed);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 2);
  const pixels = Uint8Array.from({ length: count * side * side * 3 }, (_, i) => {
    const picture = Math.floor(i / (side * side * 3));
    const upper = i % (side * side * 3) < (side * side * 3) / 2;
    return rng.int(0, 156) + (labels[picture] === 1 && upper ? 100 : 0);
  });
  const ids = Array.from(labels, (_, i) => `${i}.png`);
  return {
    ...{ pixels, labels, count, height: side, width: side, channels: 3, classes: ['no', 'yes'] },
    ...{ ids, groups: ids, sourceIds: ids },
  };
}

/** Convolution, batch normalisation, pooling, dropout, dense: one of everything that keeps state. */
export function tinyModel({
  seed = 0,
  side = 8,
  activation = 'relu',
}: {
  seed?: number;
  side?: number;
  activation?: 'relu' | 'tanh';
} = {}): LayersModel {
  const model = sequential({
    layers: [
      layers.conv2d({ filters: 3, kernelSize: 3, activation, inputShape: [side, side, 3] }),
      layers.batchNormalization({ momentum: 0.9 }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.flatten(),
      seededDropout({ rate: 0.3, seed: 5 }),
      layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  initialiseWeights(model, seed);
  return model;
}

/** Two inputs, one answer: the smallest model there is to compare with. */
export function denseModel(kernel: number[], bias: number, seed?: number): LayersModel {
  const model = sequential({
    layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [kernel.length] })],
  });
  if (seed !== undefined) initialiseWeights(model, seed);
  else tf.tidy(() => model.setWeights([tf.tensor2d(kernel, [kernel.length, 1]), tf.tensor1d([bias])]));
  return model;
}

/** All weights one after the other. */
export async function allWeights(model: LayersModel): Promise<number[]> {
  const parts = await Promise.all(model.weights.map((weight) => weight.read().data()));
  return parts.flatMap((part) => Array.from(part));
}

/** 0, 1, ... count - 1. */
export function range(from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, i) => from + i);
}
