import { FusedDepthwiseConv2D } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { convInfo } from '../plan/conv-info.ts';
import { forwardDepthwise } from '../plan/forward-depthwise.ts';
import { finishOf } from '../plan/fused-activation.ts';

/** Depthwise convolution forward with bias and activation. */
export const fusedDepthwiseConv2d = defineKernel(FusedDepthwiseConv2D, ({ inputs, attrs, context }) => {
  const { x, filter } = inputs;
  const info = convInfo([x!, filter!], x!.shape, filter!.shape, attrs, true);
  const finish = info && finishOf(context, inputs, attrs, info.outChannels);
  return finish && forwardDepthwise(context, info, x!, filter!, finish);
});
