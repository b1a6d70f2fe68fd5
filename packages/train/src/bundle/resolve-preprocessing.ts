import { ArgumentError } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Preprocessing } from './preprocessing.ts';
import { preprocessingProblem } from './preprocessing-problem.ts';

/** What `loadImages` and `imageSource` do to a picture, but for its size and channels. */
const AS_TRAINED: Omit<Preprocessing, 'size' | 'colour'> = {
  ...{ alpha: 'drop', orientation: 'apply', resize: 'bilinear', fit: 'fill', background: null },
  ...{ divisor: 255, mean: [0], sd: [1] },
};

/**
 * Fills in what a model's input tells; null for a model that takes no picture of a known size.
 *
 * @throws ArgumentError if a field breaks its rule or does not fit the input.
 */
export function resolvePreprocessing(model: LayersModel, given?: Partial<Preprocessing>): Preprocessing | null {
  const shape = model.inputs.length === 1 ? (model.inputs[0]?.shape ?? []) : [];
  const [, height, width, channels] = shape;
  if (shape.length !== 4 || (channels !== 1 && channels !== 3)) {
    if (!given) return null;
    throw new ArgumentError(
      'preprocessing',
      `preprocessing needs a model of one input with 1 or 3 channels, got [${shape}]`,
    );
  }
  if (!given?.size && !(height && width)) return null;
  const resolved: Preprocessing = {
    ...{ size: [height ?? 0, width ?? 0], colour: channels === 1 ? 'grey' : 'rgb' },
    ...AS_TRAINED,
    ...given,
  };
  const problem = preprocessingProblem(resolved);
  if (problem) throw new ArgumentError(problem.field, `${problem.field} must be ${problem.rule}`);
  const fits = [height, width].every((side, axis) => side === null || side === resolved.size[axis]);
  if (fits && (channels === 1) === (resolved.colour === 'grey')) return resolved;
  throw new ArgumentError(
    'preprocessing',
    `preprocessing must give the model's input [${shape.slice(1)}], got ${resolved.colour} of ${resolved.size}`,
  );
}
