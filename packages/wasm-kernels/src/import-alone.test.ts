import type * as types from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

describe('the package imported alone', () => {
  it('brings the backend and the gradients that it stands in for', async () => {
    const { installWasmKernels, wasmAdam } = await import('./index.ts');
    const tf = await import('@tensorflow/tfjs-core');
    await tf.setBackend('wasm');
    const { installed } = await installWasmKernels();
    expect(installed).toBe(true);
    const filter = tf.variable(tf.ones<types.Rank.R4>([3, 3, 2, 4]));
    const optimizer = wasmAdam({ learningRate: 0.1 });
    const loss = () =>
      tf.sum(
        tf.square(tf.relu(tf.conv2d(tf.ones<types.Rank.R4>([1, 5, 5, 2]), filter as types.Tensor4D, 1, 'same'))),
      ) as types.Scalar;
    const costs = [0, 1, 2].map(() => tf.tidy(() => optimizer.minimize(loss, true)!.dataSync()[0]!));
    expect(costs[2]).toBeLessThan(costs[0]!);
  });
});
