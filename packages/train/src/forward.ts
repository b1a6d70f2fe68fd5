import { ArgumentError } from '@animals/core';
import type { Tensor } from '@tensorflow/tfjs-core';
// Also registers the gradients of the core ops.
import '@tensorflow/tfjs-layers';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** Runs a model of one input and one output. @throws ArgumentError if the batch has not the model's input shape. */
export function forward(model: LayersModel, xs: Tensor, { training }: { training: boolean }): Tensor {
  const wanted = model.inputs.map(({ shape }) => shape);
  const fits =
    wanted[0]?.length === xs.rank && wanted[0].every((size, axis) => size === null || size === xs.shape[axis]);
  if (wanted.length !== 1 || !fits) {
    const shapes = wanted.map((shape) => `[${shape.map((size) => size ?? 'n')}]`).join(' and ');
    throw new ArgumentError('data', `data must have the model's input shape ${shapes}, got [${xs.shape}]`);
  }
  return model.apply(xs, { training }) as Tensor;
}
