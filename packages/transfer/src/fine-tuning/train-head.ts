import type { EpochRecord, ImageSet } from '@animals/core';
import { type BatchSource, fit, initialiseWeights, tensorSource } from '@animals/train';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import type { Base } from '../bases/create-base.ts';
import { extractFeatures } from '../features/extract-features.ts';
import type { FineTuneData, FineTuneOptions } from './fine-tune-options.ts';
import { runOptions } from './run-options.ts';

/** Makes a dense layer of one unit for two classes, else of one a class. */
export function denseHead(classes: number) {
  const shape =
    classes === 2
      ? ({ units: 1, activation: 'sigmoid' } as const)
      : ({ units: classes, activation: 'softmax' } as const);
  return (inputs: object) => layers.dense({ name: 'head', ...inputs, ...shape });
}

/** Trains a dense head on features that are extracted once; the caller disposes it. */
export async function trainHead(
  base: Base,
  data: FineTuneData,
  options: FineTuneOptions,
): Promise<{ head: LayersModel; history: readonly EpochRecord[] }> {
  const { headEpochs = 30, headLearningRate = 1e-3, seed = 0 } = options;
  const columns = base.model.outputs[0]?.shape[1] as number;
  const head = sequential({ layers: [denseHead(data.images.classes.length)({ inputShape: [columns] })] });
  const sources = await featureSources(base, data, options).catch((error) => {
    head.dispose();
    throw error;
  });
  try {
    initialiseWeights(head, seed);
    const run = runOptions(data, options, 'head', { epochs: headEpochs, learningRate: headLearningRate });
    return { head, history: (await fit(head, sources, run)).history };
  } catch (error) {
    head.dispose();
    throw error;
  } finally {
    sources.dispose();
  }
}

interface FeatureSources {
  readonly train: BatchSource;
  readonly validation?: BatchSource;
  dispose(): void;
}

async function featureSources(base: Base, data: FineTuneData, options: FineTuneOptions): Promise<FeatureSources> {
  const { images, train, validation } = data;
  const learnt = await extractFeatures(base, images, { ...options, indices: train });
  const held = validation ? await extractFeatures(base, images, { ...options, indices: validation }) : null;
  const all: tf.Tensor[] = [];
  const source = (values: Float32Array, indices: ArrayLike<number>) => {
    const xs = tf.tensor2d(values, [indices.length, values.length / indices.length]);
    const ys = labelColumn(images, indices);
    all.push(xs, ys);
    return tensorSource(xs, ys);
  };
  const first = source(learnt.data, train);
  const second = held && validation ? { validation: source(held.data, validation) } : {};
  return { train: first, ...second, dispose: () => tf.dispose(all) };
}

function labelColumn({ labels }: ImageSet, indices: ArrayLike<number>): tf.Tensor2D {
  const column = Float32Array.from({ length: indices.length }, (_, i) => labels[indices[i] as number] as number);
  return tf.tensor2d(column, [indices.length, 1]);
}
