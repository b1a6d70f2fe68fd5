import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Preprocessing } from './preprocessing.ts';

/** What is kept beside a model, so that whoever loads it can use it. */
export interface BundleMeta {
  /** Names of the classes in label order: one an output, or negative and positive class of a model with one output. */
  readonly classes?: readonly string[];
  /**
   * How the model was fed. What is left out is as `loadImages` and `imageSource` do it: the input's size and channels,
   * bilinear, turned upright, bytes divided by 255.
   */
  readonly preprocessing?: Partial<Preprocessing>;
  /** Of two classes: a probability of the second above this says the second. Default 0.5. */
  readonly threshold?: number;
  /** Logits are divided by this; 1 leaves them. See `fitTemperature`. */
  readonly temperature?: number;
  /** Of the data set that the model was trained on. */
  readonly fingerprint?: string;
  /** Versions of whatever else took part; those of TensorFlow.js are added. */
  readonly versions?: Readonly<Record<string, string>>;
}

/** A model with all that is needed to use it. Whoever loaded it disposes the model. */
export interface Bundle {
  readonly model: LayersModel;
  /** In label order; empty if none were given. */
  readonly classes: readonly string[];
  /** Null for a model whose one input is no picture. */
  readonly preprocessing: Preprocessing | null;
  readonly threshold: number;
  readonly temperature: number;
  /** Of the training data, or null. */
  readonly fingerprint: string | null;
  readonly versions: Readonly<Record<string, string>>;
}
