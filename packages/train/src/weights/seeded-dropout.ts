import { ArgumentError, createRng } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import type { AnyLayer } from '../walk-layers.ts';

/** What a seeded dropout layer is made of. */
export interface SeededDropoutOptions {
  /** Fraction of inputs set to 0 in training, in [0, 1). */
  readonly rate: number;
  /** Any integer from 0. */
  readonly seed: number;
  readonly name?: string;
}

/** Dropout whose masks depend on a seed, the training step and the layer's place in the model only. */
export class SeededDropout extends layers.Layer {
  static className = 'SeededDropout';
  readonly rate: number;
  readonly seed: number;
  #step = 0;
  #place = 0;
  #calls = 0;

  constructor({ rate, seed, ...rest }: SeededDropoutOptions) {
    super(rest as ConstructorParameters<typeof layers.Layer>[0]);
    if (!(rate >= 0 && rate < 1)) throw new ArgumentError('rate', `rate must be in [0, 1), got ${rate}`);
    createRng(seed);
    this.rate = rate;
    this.seed = seed;
    this.supportsMasking = true;
  }

  /** Sets the step that the next masks are drawn for, and the layer's place among the model's dropout layers. */
  seek(step: number, place: number): void {
    this.#step = step;
    this.#place = place;
    this.#calls = 0;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: Parameters<AnyLayer['call']>[1]): tf.Tensor {
    const input = Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs;
    if (!kwargs.training || this.rate === 0) return input;
    return tf.tidy(() => tf.mul(input, tf.tensor(this.#mask(input.size), input.shape)));
  }

  override getConfig() {
    return { ...super.getConfig(), rate: this.rate, seed: this.seed };
  }

  #mask(size: number): Float32Array {
    const rng = createRng(this.seed).split(`${this.#place}/${this.#step}/${this.#calls++}`);
    const dropped = this.rate * 2 ** 32;
    const kept = 1 / (1 - this.rate);
    return Float32Array.from({ length: size }, () => (rng.uint32() < dropped ? 0 : kept));
  }
}

/** Makes the layer known to whatever loads models. By hand too: a bundler may drop a module's own call. */
export function registerSeededDropout(): void {
  tf.serialization.registerClass(SeededDropout as unknown as Parameters<typeof tf.serialization.registerClass>[0]);
}
registerSeededDropout();

/**
 * Makes a dropout layer that draws a new mask each step, the same ones whenever training is repeated or resumed.
 *
 * What is kept is scaled by 1 / (1 - rate); in inference inputs pass unchanged. `fit` tells the layer the step, so
 * that a resumed run goes on with the masks that an uninterrupted one would have had. Two layers of a model may share
 * a seed: their place tells them apart. The layer is registered under the name SeededDropout, for saved models.
 * @throws ArgumentError if the rate is outside [0, 1) or the seed is no integer from 0.
 */
export function seededDropout(options: SeededDropoutOptions): SeededDropout {
  return new SeededDropout(options);
}
