import { ArgumentError } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

const TRAINABLE = new Set(['Conv2D', 'DepthwiseConv2D', 'Dense']);

/**
 * Makes the last convolutions (and dense layers) of a frozen base trainable; batch normalisations stay frozen.
 *
 * @throws ArgumentError if there are not that many.
 */
export function unfreeze(model: LayersModel, count: number): void {
  const able = model.layers.filter((layer) => TRAINABLE.has(layer.getClassName()));
  if (!Number.isSafeInteger(count) || count < 0 || count > able.length) {
    throw new ArgumentError(
      'unfrozen',
      `unfrozen must be a whole number from 0 to the base's ${able.length}, got ${count}`,
    );
  }
  for (const layer of able.slice(able.length - count)) layer.trainable = true;
}
