import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { MomentumOptimizer } from './momentum-optimizer.ts';
import type { AdamSpec, OptimizerName, OptimizerSpec, RmspropSpec, SgdSpec } from './optimizer-spec.ts';

/** Makes each optimizer, all settings given. */
interface Makers {
  adam(settings: Required<AdamSpec>): tf.Optimizer;
  sgd(settings: Required<SgdSpec>): tf.Optimizer;
  rmsprop(settings: Required<RmspropSpec>): tf.Optimizer;
}

/** Keras' defaults. Epsilon is given, since a backend's own differs from one backend to the next. */
const DEFAULTS = {
  adam: { name: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  sgd: { name: 'sgd', learningRate: 0.01, momentum: 0, nesterov: false },
  rmsprop: { name: 'rmsprop', learningRate: 0.001, rho: 0.9, momentum: 0, epsilon: 1e-7 },
} as const satisfies { [Name in OptimizerName]: Required<Extract<OptimizerSpec, { name: Name }>> };

/**
 * Makes an optimizer from its description, with the defaults of Keras.
 *
 * On the WASM backend it is the one of `@animals/wasm-kernels`, whose step is a single pass over memory where those
 * kernels are installed; its state is that of the stock one. The caller disposes it.
 * @throws ArgumentError if the name is unknown or a number is out of range.
 */
export async function createOptimizer(spec: OptimizerName | OptimizerSpec): Promise<tf.Optimizer> {
  const given: OptimizerSpec = typeof spec === 'string' ? { name: spec } : spec;
  checkSpec(given);
  const makers = tf.getBackend() === 'wasm' ? await fusedMakers() : stockMakers;
  switch (given.name) {
    case 'adam':
      return makers.adam({ ...DEFAULTS.adam, ...given });
    case 'sgd':
      return makers.sgd({ ...DEFAULTS.sgd, ...given });
    case 'rmsprop':
      return makers.rmsprop({ ...DEFAULTS.rmsprop, ...given });
    default:
      return given satisfies never;
  }
}

const stockMakers: Makers = {
  adam: ({ learningRate, beta1, beta2, epsilon }) => tf.train.adam(learningRate, beta1, beta2, epsilon),
  sgd: ({ learningRate, momentum, nesterov }) =>
    momentum > 0 ? new MomentumOptimizer(learningRate, momentum, nesterov) : tf.train.sgd(learningRate),
  rmsprop: ({ learningRate, rho, momentum, epsilon }) => tf.train.rmsprop(learningRate, rho, momentum, epsilon),
};

/** Loaded on demand: the kernels bring the WASM backend along, which would make itself everybody's default. */
async function fusedMakers(): Promise<Makers> {
  const { wasmAdam, wasmRmsProp, wasmSgd } = await import('@animals/wasm-kernels');
  return {
    adam: ({ name: _, ...settings }) => wasmAdam(settings),
    sgd: ({ name: _, ...settings }) => wasmSgd(settings),
    rmsprop: ({ name: _, rho, ...settings }) => wasmRmsProp({ ...settings, decay: rho }),
  };
}

/** @throws ArgumentError for an unknown name, a rate that is not positive, or a decay outside [0, 1). */
function checkSpec({ name, ...settings }: OptimizerSpec): void {
  if (!Object.hasOwn(DEFAULTS, name)) {
    throw new ArgumentError(
      'optimizer',
      `optimizer must be a tf.Optimizer or one of ${Object.keys(DEFAULTS).join(', ')}, got ${String(name)}`,
    );
  }
  for (const [key, value] of Object.entries(settings)) {
    if (typeof value !== 'number') continue;
    const positive = key === 'learningRate' || key === 'epsilon';
    const fits = positive ? value > 0 && Number.isFinite(value) : value >= 0 && value < 1;
    if (!fits) {
      throw new ArgumentError(key, `${key} must be ${positive ? 'positive and finite' : 'in [0, 1)'}, got ${value}`);
    }
  }
}
