import { DepthwiseConv2dNativeBackpropInput, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { convInfo, sameShape } from '../plan/conv-info.ts';
import { writeDepthwise } from '../plan/depthwise.ts';

/** Gradient of a depthwise convolution's input. The stock backend has none. */
export const depthwiseBackpropInput = defineKernel(DepthwiseConv2dNativeBackpropInput, ({ inputs, attrs, context }) => {
  const { dy, filter } = inputs;
  const info = convInfo([dy!, filter!], attrs.inputShape as number[], filter!.shape, attrs, true);
  if (!info || !sameShape(dy!.shape, info.outShape) || filter!.shape[2] !== info.inChannels) return null;
  const out = context.output(info.inShape);
  if (util.sizeFromShape(info.inShape) === 0) return out;
  const at = { x: context.address(out), filter: context.address(filter!), y: context.address(dy!) };
  context.exports.depthwiseInputGradient(writeDepthwise(context, info, at));
  return out;
});
