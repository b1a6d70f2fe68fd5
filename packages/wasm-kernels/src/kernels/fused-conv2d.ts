import { FusedConv2D } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { convInfo } from '../plan/conv-info.ts';
import { forwardConvolution } from '../plan/forward-convolution.ts';
import { finishOf } from '../plan/fused-activation.ts';

/** Convolution forward with bias and activation. */
export const fusedConv2d = defineKernel(FusedConv2D, ({ inputs, attrs, context }) => {
  const { x, filter } = inputs;
  const info = convInfo([x!, filter!], x!.shape, filter!.shape, attrs);
  const finish = info && finishOf(context, inputs, attrs, info.outChannels);
  return finish && forwardConvolution(context, info, x!, filter!, finish);
});
