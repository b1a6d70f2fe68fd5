import type { BaseName } from '../bases/base-name.ts';
import type { BaseOptions } from '../bases/base-options.ts';
import { type Base, createBase } from '../bases/create-base.ts';
import { foldBatchNorm } from '../folding/fold-batch-norm.ts';
import { dropBackground } from '../formats/drop-background.ts';
import { hashTensors } from '../registry/hash-tensors.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { namedWeights } from '../weights/save-weights.ts';
import { type FetchedWeights, type FetchWeightsOptions, fetchWeights } from './fetch-weights.ts';
import { readWeightsFile } from './read-weights-file.ts';

export interface LoadBaseOptions extends Omit<BaseOptions, 'seed' | 'classes'>, FetchWeightsOptions {
  /** Folds batch normalisations into convolutions, for speed; weights of a TFLite file are folded anyhow. */
  readonly fold?: boolean;
}

/** A base with its ImageNet weights. The caller disposes `base`. */
export interface LoadedBase {
  readonly base: Base;
  readonly weights: FetchedWeights;
  /**
   * `hashTensors` of the weights that were loaded, in the network's own order, before folding: the same for files of all
   * formats but TFLite, whose weights are folded.
   */
  readonly hash: string;
}

/**
 * Builds a network of keras.applications with its ImageNet weights: `createBase`, `fetchWeights` and `loadWeights` in one.
 *
 * @throws ArgumentError if the name or an option breaks its rule, or the weights are not those of the network.
 * @throws DataError if the weights are not there and cannot be downloaded, or their file is damaged.
 */
export async function loadBase(name: BaseName, options: LoadBaseOptions = {}): Promise<LoadedBase> {
  const { size, pooling, alpha, top, topActivation, fold = false } = options;
  const weights = await fetchWeights(name, options);
  const tensors = dropBackground(await readWeightsFile(weights.file));
  const isFolded = weights.file.endsWith('.tflite');
  const plain = createBase(name, {
    ...(size && { size }),
    ...(pooling && { pooling }),
    ...(alpha !== undefined && { alpha }),
    ...(top !== undefined && { top }),
    ...(topActivation && { topActivation }),
  });
  let base = plain;
  try {
    if (!isFolded) loadWeights(plain.model, tensors);
    if (isFolded || fold) base = foldBatchNorm(plain);
    if (isFolded) loadWeights(base.model, tensors, { by: 'order' });
    const hash = await hashTensors(await namedWeights((isFolded ? base : plain).model));
    if (base !== plain) plain.dispose();
    return { base, weights, hash };
  } catch (error) {
    if (base !== plain) base.dispose();
    plain.dispose();
    throw error;
  }
}
