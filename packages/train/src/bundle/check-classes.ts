import { ArgumentError } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

const MAX_LENGTH = 1000;

/** @throws ArgumentError unless there is a name for each class that a model tells apart, or none at all. */
export function checkClasses(model: LayersModel, classes: readonly string[]): void {
  if (classes.length === 0) return;
  const width = model.outputs.length === 1 ? model.outputs[0]?.shape.at(-1) : undefined;
  const wanted = width === 1 ? 2 : width;
  if (classes.length !== wanted) {
    throw new ArgumentError(
      'classes',
      `classes must name the outputs of a model with one row of them, two for a single one (${wanted ?? 'unknown'}), ` +
        `got ${classes.length}`,
    );
  }
  const isWrong = (name: unknown) => typeof name !== 'string' || name === '' || name.length > MAX_LENGTH;
  if (classes.some(isWrong) || new Set(classes).size < classes.length) {
    throw new ArgumentError(
      'classes',
      `classes must be different names of 1 to ${MAX_LENGTH} characters, got ${classes}`,
    );
  }
}
