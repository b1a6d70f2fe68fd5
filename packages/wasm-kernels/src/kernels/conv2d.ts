import { Conv2D } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { convInfo } from '../plan/conv-info.ts';
import { forwardConvolution } from '../plan/forward-convolution.ts';

/** Convolution forward. */
export const conv2d = defineKernel(Conv2D, ({ inputs, attrs, context }) => {
  const { x, filter } = inputs;
  const info = convInfo([x!, filter!], x!.shape, filter!.shape, attrs);
  return info && forwardConvolution(context, info, x!, filter!);
});
