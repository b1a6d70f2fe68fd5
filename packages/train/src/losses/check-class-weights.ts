import { ArgumentError } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** @throws ArgumentError unless there is one finite weight from 0 for each class of a model's output. */
export function checkClassWeights(weights: readonly number[], model: LayersModel): void {
  const width = model.outputs[0]?.shape.at(-1) ?? 1;
  const classes = width === 1 ? 2 : width;
  if (weights.length === classes && weights.every((weight) => Number.isFinite(weight) && weight >= 0)) return;
  throw new ArgumentError(
    'classWeights',
    `classWeights must be ${classes} finite numbers from 0, one a class, got [${weights}]`,
  );
}
