import { Conv2DBackpropInput, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { convInfo, sameShape } from '../plan/conv-info.ts';
import { inputGradient } from '../plan/input-gradient.ts';

/**
 * Gradient of a convolution's input, which is also conv2dTranspose forward. A dy of another shape than the convolution's
 * output, which conv2dTranspose allows, is left to the stock kernel.
 */
export const conv2dBackpropInput = defineKernel(Conv2DBackpropInput, ({ inputs, attrs, context }) => {
  const { dy, filter } = inputs;
  const info = convInfo([dy!, filter!], attrs.inputShape as number[], filter!.shape, attrs);
  if (!info || !sameShape(dy!.shape, info.outShape) || filter!.shape[2] !== info.inChannels) return null;
  const out = context.output(info.inShape);
  if (util.sizeFromShape(info.inShape) === 0) return out;
  const at = { x: context.address(out), filter: context.address(filter!), y: context.address(dy!) };
  inputGradient(context, info, at);
  return out;
});
