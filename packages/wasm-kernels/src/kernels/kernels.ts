import type { KernelDefinition } from '../install/kernel-override.ts';
import { add } from './add.ts';
import { avgPoolGrad } from './avg-pool-grad.ts';
import { batchMatMul } from './batch-mat-mul.ts';
import { conv2d } from './conv2d.ts';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './conv2d-backprop-input.ts';
import { depthwiseBackpropFilter } from './depthwise-backprop-filter.ts';
import { depthwiseBackpropInput } from './depthwise-backprop-input.ts';
import { depthwiseConv2d } from './depthwise-conv2d.ts';
import { eluGrad } from './elu-grad.ts';
import { fusedBatchNorm } from './fused-batch-norm.ts';
import { fusedBatchNormInputGrad, fusedBatchNormParamsGrad } from './fused-batch-norm-grad.ts';
import { fusedConv2d } from './fused-conv2d.ts';
import { fusedDepthwiseConv2d } from './fused-depthwise-conv2d.ts';
import { fusedMatMul } from './fused-mat-mul.ts';
import { identity } from './identity.ts';
import { leakyRelu } from './leaky-relu.ts';
import { leakyReluGrad } from './leaky-relu-grad.ts';
import { maxPoolGrad } from './max-pool-grad.ts';
import { mean } from './mean.ts';
import { reluGrad } from './relu-grad.ts';
import { relu6Grad } from './relu6-grad.ts';
import { repeatRows } from './repeat-rows.ts';
import { sigmoidCrossEntropyWithLogits, sigmoidCrossEntropyWithLogitsGrad } from './sigmoid-cross-entropy.ts';
import { sigmoidGrad } from './sigmoid-grad.ts';
import { softmaxCrossEntropyWithLogits, softmaxCrossEntropyWithLogitsGrad } from './softmax-cross-entropy.ts';
import { squareGrad } from './square-grad.ts';
import { sum } from './sum.ts';
import { tanh } from './tanh.ts';
import { tanhGrad } from './tanh-grad.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';

/** All kernels that an install registers. */
export const kernels: readonly KernelDefinition[] = [
  add,
  avgPoolGrad,
  batchMatMul,
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
  depthwiseConv2d,
  eluGrad,
  fusedBatchNorm,
  fusedBatchNormInputGrad,
  fusedBatchNormParamsGrad,
  fusedConv2d,
  fusedDepthwiseConv2d,
  fusedMatMul,
  identity,
  leakyRelu,
  leakyReluGrad,
  maxPoolGrad,
  mean,
  relu6Grad,
  reluGrad,
  repeatRows,
  sigmoidCrossEntropyWithLogits,
  sigmoidCrossEntropyWithLogitsGrad,
  sigmoidGrad,
  softmaxCrossEntropyWithLogits,
  softmaxCrossEntropyWithLogitsGrad,
  squareGrad,
  sum,
  tanh,
  tanhGrad,
  unsortedSegmentSum,
];
