import type { TrainingProgress } from './training-progress.ts';

/** What a stored array is: a weight, an optimizer's slot, a scalar that an optimizer keeps to itself, a best weight. */
export type ArrayGroup = 'weight' | 'slot' | 'scalar' | 'best';

/** One array of a checkpoint. */
export interface StoredArray {
  readonly group: ArrayGroup;
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** What a checkpoint holds, before it becomes bytes. */
export interface CheckpointContent {
  readonly progress: Omit<TrainingProgress, 'bestWeights'>;
  /** Class name of the optimizer. */
  readonly optimizer: string;
  readonly arrays: readonly StoredArray[];
}

/** First bytes of every checkpoint. */
export const MAGIC = new TextEncoder().encode('ANIMALCP');

/** Version of the layout: raised whenever an older reader would misread the new one. */
export const VERSION = 1;

/** Bytes before the header: the magic, then the header's length as a little-endian uint32. */
export const PREFIX_BYTES = MAGIC.length + 4;

/** Bytes of the closing hash, over everything before it. */
export const HASH_BYTES = 32;
