import type { KernelDefinition } from '../install/kernel-override.ts';
import { batchMatMul } from './batch-mat-mul.ts';
import { conv2d } from './conv2d.ts';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './conv2d-backprop-input.ts';
import { fusedConv2d } from './fused-conv2d.ts';
import { fusedMatMul } from './fused-mat-mul.ts';
import { identity } from './identity.ts';
import { maxPoolGrad } from './max-pool-grad.ts';
import { mean } from './mean.ts';
import { reluGrad } from './relu-grad.ts';
import { sum } from './sum.ts';

/** All kernels that an install registers. */
export const kernels: readonly KernelDefinition[] = [
  batchMatMul,
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  fusedConv2d,
  fusedMatMul,
  identity,
  maxPoolGrad,
  mean,
  reluGrad,
  sum,
];
