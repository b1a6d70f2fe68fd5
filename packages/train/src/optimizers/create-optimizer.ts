import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { MomentumOptimizer } from './momentum-optimizer.ts';
import type { OptimizerName, OptimizerSpec } from './optimizer-spec.ts';

/** Keras' epsilon; a backend's own would differ from one backend to the next. */
const EPSILON = 1e-7;

const MAKERS = {
  adam: ({ learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = EPSILON }) =>
    tf.train.adam(learningRate, beta1, beta2, epsilon),
  sgd: ({ learningRate = 0.01, momentum = 0, nesterov = false }) =>
    momentum > 0 ? new MomentumOptimizer(learningRate, momentum, nesterov) : tf.train.sgd(learningRate),
  rmsprop: ({ learningRate = 0.001, rho = 0.9, momentum = 0, epsilon = EPSILON }) =>
    tf.train.rmsprop(learningRate, rho, momentum, epsilon),
} satisfies { [Name in OptimizerName]: (spec: Omit<Extract<OptimizerSpec, { name: Name }>, 'name'>) => tf.Optimizer };

/**
 * Makes an optimizer from its description, with the defaults of Keras.
 *
 * The caller disposes it.
 * @throws ArgumentError if the name is unknown or a number is out of range.
 */
export function createOptimizer(spec: OptimizerName | OptimizerSpec): tf.Optimizer {
  const described: OptimizerSpec = typeof spec === 'string' ? { name: spec } : spec;
  if (!Object.hasOwn(MAKERS, described.name)) {
    throw new ArgumentError(
      'optimizer',
      `optimizer must be a tf.Optimizer or one of ${Object.keys(MAKERS).join(', ')}, got ${String(described.name)}`,
    );
  }
  checkNumbers(described);
  switch (described.name) {
    case 'adam':
      return MAKERS.adam(described);
    case 'sgd':
      return MAKERS.sgd(described);
    case 'rmsprop':
      return MAKERS.rmsprop(described);
    default:
      return described satisfies never;
  }
}

/** Refuses a rate that is not positive, and a decay outside [0, 1). */
function checkNumbers({ name: _, ...settings }: OptimizerSpec): void {
  for (const [key, value] of Object.entries(settings)) {
    if (typeof value !== 'number') continue;
    const positive = key === 'learningRate' || key === 'epsilon';
    if (positive ? !(value > 0 && Number.isFinite(value)) : !(value >= 0 && value < 1)) {
      throw new ArgumentError(key, `${key} must be ${positive ? 'positive and finite' : 'in [0, 1)'}, got ${value}`);
    }
  }
}
