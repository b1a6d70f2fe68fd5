import { Mean, util } from '@tensorflow/tfjs-core';
import { defineGradient } from '../install/gradient-override.ts';
import { leadingAxes } from './leading-axes.ts';
import { runOne } from './run-one.ts';

/** A mean over leading axes hands its share of dy on to every row, without a tensor of ones. */
export const mean = defineGradient(Mean, (dy, [x], attrs) => {
  const axes = leadingAxes(x!, attrs);
  if (axes === null) return null;
  const factor = 1 / util.sizeFromShape(x!.shape.slice(0, axes));
  return { x: () => runOne('RepeatRows', { row: dy }, { shape: x!.shape, factor }) };
});
