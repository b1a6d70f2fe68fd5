import { ArgumentError } from '@animals/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { binaryCrossentropy } from './binary-crossentropy.ts';
import { categoricalCrossentropy } from './categorical-crossentropy.ts';
import { oneHot } from './one-hot.ts';
import { sigmoidCrossentropyOfLogits } from './sigmoid-crossentropy-of-logits.ts';
import { softmaxCrossentropyOfLogits } from './softmax-crossentropy-of-logits.ts';
import { sparseCategoricalCrossentropy } from './sparse-categorical-crossentropy.ts';

/** Gives the loss of each sample (or their mean) from targets and the model's output; made of differentiable ops. */
export type LossFunction = (ys: Tensor, predictions: Tensor) => Tensor;

/** A loss and, where an activation before it can be folded in, the same from what goes into that activation. */
export interface Objective {
  readonly ofOutput: LossFunction;
  readonly ofLogits?: { readonly activation: 'sigmoid' | 'softmax'; readonly loss: LossFunction };
}

const LOSSES = {
  binaryCrossentropy: {
    ofOutput: binaryCrossentropy,
    ofLogits: { activation: 'sigmoid', loss: sigmoidCrossentropyOfLogits },
  },
  categoricalCrossentropy: {
    ofOutput: categoricalCrossentropy,
    ofLogits: { activation: 'softmax', loss: softmaxCrossentropyOfLogits },
  },
  sparseCategoricalCrossentropy: {
    ofOutput: sparseCategoricalCrossentropy,
    ofLogits: {
      activation: 'softmax',
      loss: (ys, logits) => softmaxCrossentropyOfLogits(oneHot(ys, logits.shape.at(-1) as number), logits),
    },
  },
} as const satisfies Record<string, Objective>;

/** A loss by its Keras name. */
export type LossName = keyof typeof LOSSES;

/**
 * A loss by name or as a function.
 *
 * One by name is computed from the logits when the model ends in the activation that belongs to it (a sigmoid, a
 * softmax), as Keras does: a saturated output then still has a gradient, where that of clipped probabilities is zero.
 */
export type Loss = LossName | LossFunction;

/** Looks a loss up. @throws ArgumentError if there is none of that name. */
export function resolveLoss(loss: Loss): Objective {
  if (typeof loss === 'function') return { ofOutput: loss };
  if (!Object.hasOwn(LOSSES, loss)) {
    throw new ArgumentError(
      'loss',
      `loss must be a function or one of ${Object.keys(LOSSES).join(', ')}, got ${String(loss)}`,
    );
  }
  return LOSSES[loss];
}
