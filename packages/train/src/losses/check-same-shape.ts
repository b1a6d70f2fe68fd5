import { ArgumentError } from '@animals/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Broadcasting would pair every target with every prediction, silently. @throws ArgumentError unless shapes agree. */
export function checkSameShape(ys: Tensor, predictions: Tensor): void {
  if (ys.shape.join() !== predictions.shape.join()) {
    throw new ArgumentError(
      'ys',
      `ys must have the shape of the model's output, [${predictions.shape}], got [${ys.shape}]`,
    );
  }
}
