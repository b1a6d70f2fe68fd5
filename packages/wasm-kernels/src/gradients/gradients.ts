import type { GradientDefinition } from '../install/gradient-override.ts';
import { fusedBatchNorm } from './fused-batch-norm.ts';
import { leakyRelu } from './leaky-relu.ts';
import { mean } from './mean.ts';
import { relu } from './relu.ts';
import { relu6 } from './relu6.ts';
import { sigmoid } from './sigmoid.ts';
import { square } from './square.ts';
import { sum } from './sum.ts';
import { tanh } from './tanh.ts';

/** All gradients that an install registers. */
export const gradients: readonly GradientDefinition[] = [
  fusedBatchNorm,
  leakyRelu,
  mean,
  relu,
  relu6,
  sigmoid,
  square,
  sum,
  tanh,
];
