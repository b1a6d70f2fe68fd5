import { DepthwiseConv2dNative } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { convInfo } from '../plan/conv-info.ts';
import { forwardDepthwise } from '../plan/forward-depthwise.ts';

/** Depthwise convolution forward. */
export const depthwiseConv2d = defineKernel(DepthwiseConv2dNative, ({ inputs, attrs, context }) => {
  const { x, filter } = inputs;
  const info = convInfo([x!, filter!], x!.shape, filter!.shape, attrs, true);
  return info && forwardDepthwise(context, info, x!, filter!);
});
