import { ArgumentError } from '@animals/core';
import type { Optimizer } from '@tensorflow/tfjs-core';

/** What optimizers of TensorFlow.js keep, protected in their types; descent has a setter, as it keeps a tensor besides. */
interface Adjustable {
  learningRate?: number;
  setLearningRate?(rate: number): void;
}

/** An optimizer's learning rate. @throws ArgumentError if it tells none. */
export function learningRateOf(optimizer: Optimizer): number {
  const { learningRate } = optimizer as unknown as Adjustable;
  if (typeof learningRate === 'number') return learningRate;
  throw new ArgumentError(
    'optimizer',
    `optimizer must have a learning rate, got a ${optimizer.getClassName()} without one`,
  );
}

/** Sets an optimizer's learning rate, from its next step on. */
export function setLearningRate(optimizer: Optimizer, rate: number): void {
  const adjustable = optimizer as unknown as Adjustable;
  if (adjustable.learningRate === rate) return;
  if (adjustable.setLearningRate) adjustable.setLearningRate(rate);
  else adjustable.learningRate = rate;
}
