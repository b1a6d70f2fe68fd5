import type { BaseName } from '../bases/base-name.ts';
import type { PreprocessingMode } from '../preprocessing/preprocessing-mode.ts';

/** A published file of ImageNet weights. */
export interface WeightsEntry {
  readonly base: BaseName;
  readonly alpha: number;
  /** Whether the classifier of ImageNet's 1000 classes is in it. */
  readonly top: boolean;
  /** Name of the file, as published. */
  readonly file: string;
  readonly url: string;
  /** Size of the file; null where it is not known. */
  readonly bytes: number | null;
  /** 32 hex digits, as Keras publishes them; null where it publishes none, so that nothing vouches for the file. */
  readonly md5: string | null;
  /** Of the weights. */
  readonly licence: string;
  /** Share of ImageNet's validation pictures named rightly, as Keras' documentation has it; null where it has none. */
  readonly top1: number | null;
  /** What the weights want their pixels to be. */
  readonly preprocessing: PreprocessingMode;
}
