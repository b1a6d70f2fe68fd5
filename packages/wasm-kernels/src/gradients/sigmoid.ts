import { Sigmoid } from '@tensorflow/tfjs-core';
import { defineGradient } from '../install/gradient-override.ts';
import { runOne } from './run-one.ts';

/** One pass in place of three. */
export const sigmoid = defineGradient(Sigmoid, (dy, [y]) => ({
  x: () => runOne('SigmoidGrad', { y: y!, dy }),
}));
