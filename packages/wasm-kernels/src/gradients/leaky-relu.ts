import { LeakyRelu } from '@tensorflow/tfjs-core';
import { defineGradient } from '../install/gradient-override.ts';
import { runOne } from './run-one.ts';

/** One pass in place of three. */
export const leakyRelu = defineGradient(LeakyRelu, (dy, [x], attrs) => ({
  x: () => runOne('LeakyReluGrad', { x: x!, dy }, { alpha: attrs.alpha as number }),
}));
