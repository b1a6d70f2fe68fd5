import type { LayersModel } from '@tensorflow/tfjs-layers';
import { walkLayers } from '../walk-layers.ts';
import { SeededDropout } from './seeded-dropout.ts';

/** Tells a model's seeded dropout layers, those of nested models too, which step comes next. `fit` does so itself. */
export function seekDropout(model: LayersModel, step: number): void {
  let place = 0;
  for (const { layer } of walkLayers(model)) {
    // By name: a saved model may have been rebuilt with another copy of this package.
    if (layer.getClassName() === SeededDropout.className) (layer as SeededDropout).seek(step, place++);
  }
}
