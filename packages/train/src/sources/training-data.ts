import { ArgumentError, type ImageSet } from '@animals/core';
import { asSource } from './as-source.ts';
import type { BatchSource } from './batch-source.ts';

/** Images with the indices of those to learn from and those to be judged on. */
export interface ImageTrainingData {
  readonly images: ImageSet;
  readonly train: ArrayLike<number>;
  readonly validation?: ArrayLike<number>;
}

/** One source to learn from and one to be judged on. */
export interface SourceTrainingData {
  readonly train: BatchSource;
  readonly validation?: BatchSource;
}

/** What a training run learns from, and is judged on after each epoch. */
export type TrainingData = ImageTrainingData | SourceTrainingData;

/**
 * Brings training data to its two sources.
 *
 * @throws ArgumentError if a part is empty, or an index is out of range.
 */
export function trainingSources(data: TrainingData): SourceTrainingData {
  const sources = 'images' in data ? imageSources(data) : data;
  for (const part of ['train', 'validation'] as const) {
    if (sources[part]?.count === 0) {
      throw new ArgumentError(part, `${part} must hold at least one sample, got none`);
    }
  }
  return sources;
}

function imageSources({ images, train, validation }: ImageTrainingData): SourceTrainingData {
  return {
    train: asSource(images, train),
    ...(validation && { validation: asSource(images, validation) }),
  };
}
