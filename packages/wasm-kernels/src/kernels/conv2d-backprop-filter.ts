import { Conv2DBackpropFilter, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { convInfo, sameShape } from '../plan/conv-info.ts';
import { convolveFilterGradient } from '../plan/convolution.ts';
import { winogradFilterGradient } from '../plan/winograd-convolution.ts';

/** Gradient of a convolution's filter. The stock backend has none. */
export const conv2dBackpropFilter = defineKernel(Conv2DBackpropFilter, ({ inputs, attrs, context }) => {
  const { x, dy } = inputs;
  const filterShape = attrs.filterShape as number[];
  const info = convInfo([x!, dy!], x!.shape, filterShape, attrs);
  if (!info || !sameShape(dy!.shape, info.outShape) || filterShape[2] !== info.inChannels) return null;
  const out = context.output(filterShape);
  if (util.sizeFromShape(filterShape) === 0) return out;
  const at = { x: context.address(x!), filter: context.address(out), y: context.address(dy!) };
  if (!winogradFilterGradient(context, info, at)) convolveFilterGradient(context, info, at);
  return out;
});
