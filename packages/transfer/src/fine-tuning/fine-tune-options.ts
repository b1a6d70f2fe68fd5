import type { EpochRecord, ImageSet, OnProgress, OwnMatrix } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** Pictures with the indices of those to learn from and, to stop early by, of those to be judged on. */
export interface FineTuneData {
  readonly images: ImageSet;
  readonly train: ArrayLike<number>;
  /** Cut from the training part, never the pictures that the model will be judged on. */
  readonly validation?: ArrayLike<number>;
}

/** How a base is fine-tuned. */
export interface FineTuneOptions {
  /** How many of the base's last convolutions learn; default 4, 0 for the head alone. */
  readonly unfrozen?: number;
  /** Of the base and head together; default 10. */
  readonly epochs?: number;
  /** Adam's, of the base and head together; default 1e-5. */
  readonly learningRate?: number;
  /** Of the head alone; default 30. */
  readonly headEpochs?: number;
  /** Adam's, of the head alone; default 1e-3. */
  readonly headLearningRate?: number;
  /** Epochs without a lower validation loss before a training ends; default 5. */
  readonly patience?: number;
  /** Of trainings and, as it bounds the memory, of predictions; default 32. */
  readonly batchSize?: number;
  /** Default 0. */
  readonly seed?: number;
  readonly signal?: AbortSignal | undefined;
  /** Called after each epoch: of the head's first, then of both together. */
  readonly onEpoch?: (record: EpochRecord & { readonly stage: 'head' | 'base' }) => void | Promise<void>;
  /** Counts pictures while features are extracted. */
  readonly onProgress?: OnProgress;
}

/** A base with a head that were trained. */
export interface FineTuned {
  /** Takes preprocessed pictures; gives the probability of class 1, or of each class if there are more than two. */
  readonly model: LayersModel;
  readonly headHistory: readonly EpochRecord[];
  /** Empty if nothing was unfrozen. */
  readonly baseHistory: readonly EpochRecord[];
  /** Shape [pictures, classes], each row sums to 1. */
  predictProbability(images: ImageSet, indices?: ArrayLike<number>): Promise<OwnMatrix>;
  dispose(): void;
}
