import { ArgumentError } from '@animals/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { binaryCrossentropy } from './binary-crossentropy.ts';
import { categoricalCrossentropy } from './categorical-crossentropy.ts';
import { sparseCategoricalCrossentropy } from './sparse-categorical-crossentropy.ts';

/** Gives the loss of each sample (or their mean) from targets and the model's output; made of differentiable ops. */
export type LossFunction = (ys: Tensor, predictions: Tensor) => Tensor;

const LOSSES = { binaryCrossentropy, categoricalCrossentropy, sparseCategoricalCrossentropy };

/** A loss by its Keras name. */
export type LossName = keyof typeof LOSSES;

/** A loss by name or as a function. */
export type Loss = LossName | LossFunction;

/** Looks a loss up. @throws ArgumentError if there is none of that name. */
export function resolveLoss(loss: Loss): LossFunction {
  if (typeof loss === 'function') return loss;
  if (!Object.hasOwn(LOSSES, loss)) {
    throw new ArgumentError(
      'loss',
      `loss must be a function or one of ${Object.keys(LOSSES).join(', ')}, got ${String(loss)}`,
    );
  }
  return LOSSES[loss];
}
