import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { createOptimizer } from './create-optimizer.ts';
import type { OptimizerName, OptimizerSpec } from './optimizer-spec.ts';

/** Where minimising x² from 1 has come to after some steps. */
async function descend(spec: OptimizerName | OptimizerSpec, steps: number): Promise<number> {
  const optimizer = await createOptimizer(spec);
  const x = tf.tidy(() => tf.variable(tf.scalar(1)));
  for (let i = 0; i < steps; i++) optimizer.minimize(() => tf.square(x) as tf.Scalar, false, [x]);
  const [value] = await x.data();
  optimizer.dispose();
  x.dispose();
  return value as number;
}

describe('createOptimizer', () => {
  it.each<[OptimizerName | OptimizerSpec, number]>([
    // The gradient is 2: x = 1 - rate * 2, and 1 - rate for Adam, whose first step is that long whatever the gradient.
    ['sgd', 0.98],
    [{ name: 'sgd', learningRate: 0.1 }, 0.8],
    [{ name: 'sgd', learningRate: 0.1, momentum: 0.5, nesterov: true }, 0.7],
    ['adam', 0.999],
    [{ name: 'adam', learningRate: 0.1 }, 0.9],
    // The mean square is 0.1 * 4 after one step.
    [{ name: 'rmsprop', learningRate: 0.1 }, 1 - 0.2 / Math.sqrt(0.4)],
    [{ name: 'rmsprop', learningRate: 0.1, rho: 0.75 }, 0.8],
  ])('makes of %j the step that its paper says, and leaves no tensor', async (spec, expected) => {
    expect(await expectNoLeak(() => descend(spec, 1))).toBeCloseTo(expected, 5);
  });

  it('does not bring the WASM backend along, which would become the default', () => {
    expect(tf.findBackendFactory('wasm')).toBeNull();
  });

  it.each<[string, object]>([
    ['optimizer', { name: 'adamw' }],
    ['learningRate', { name: 'adam', learningRate: -1 }],
    ['beta1', { name: 'adam', beta1: 1 }],
    ['epsilon', { name: 'rmsprop', epsilon: 0 }],
    ['momentum', { name: 'sgd', momentum: Number.NaN }],
  ])('refuses a wrong %s', async (parameter, spec) => {
    await expect(createOptimizer(spec as OptimizerSpec)).rejects.toMatchObject({ parameter });
  });
});
