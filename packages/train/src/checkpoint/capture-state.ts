import type { Optimizer } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { readWeights } from '../weights/read-weights.ts';
import type { StoredArray } from './checkpoint-file.ts';
import { encodeCheckpoint } from './encode-checkpoint.ts';
import { readOptimizer } from './optimizer-state.ts';
import type { TrainingProgress } from './training-progress.ts';

/**
 * Packs a training run into bytes: all weights, the optimizer's state, the history and the best weights so far.
 *
 * `restoreState` brings a fresh model and optimizer of the same kinds to exactly this state. The bytes carry a
 * version and a hash; equal states give equal bytes but for the layers' names.
 * @throws Error if the optimizer cannot tell its state, as TensorFlow.js' Adamax cannot.
 */
export async function captureState(
  model: LayersModel,
  optimizer: Optimizer,
  { bestWeights, ...progress }: TrainingProgress,
): Promise<Uint8Array> {
  const arrays = (group: 'weight' | 'best', values: readonly Float32Array[]): StoredArray[] =>
    model.weights.map((weight, i) => ({
      group,
      name: weight.originalName,
      shape: weight.read().shape,
      values: values[i] as Float32Array,
    }));
  return encodeCheckpoint({
    progress,
    optimizer: optimizer.getClassName(),
    arrays: [
      ...arrays('weight', await readWeights(model)),
      ...(await readOptimizer(optimizer)),
      ...(bestWeights ? arrays('best', bestWeights) : []),
    ],
  });
}
