import { Sum } from '@tensorflow/tfjs-core';
import { defineGradient } from '../install/gradient-override.ts';
import { leadingAxes } from './leading-axes.ts';
import { runOne } from './run-one.ts';

/** A sum over leading axes hands dy on to every row, without a tensor of ones. */
export const sum = defineGradient(Sum, (dy, [x], attrs) => {
  if (leadingAxes(x!, attrs) === null) return null;
  return { x: () => runOne('RepeatRows', { row: dy }, { shape: x!.shape, factor: 1 }) };
});
