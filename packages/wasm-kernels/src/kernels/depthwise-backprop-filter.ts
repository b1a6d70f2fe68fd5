import { DepthwiseConv2dNativeBackpropFilter, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { convInfo, sameShape } from '../plan/conv-info.ts';
import { writeDepthwise } from '../plan/depthwise.ts';

/** Gradient of a depthwise convolution's filter. The stock backend has none. */
export const depthwiseBackpropFilter = defineKernel(
  DepthwiseConv2dNativeBackpropFilter,
  ({ inputs, attrs, context }) => {
    const { x, dy } = inputs;
    const filterShape = attrs.filterShape as number[];
    const info = convInfo([x!, dy!], x!.shape, filterShape, attrs, true);
    if (!info || !sameShape(dy!.shape, info.outShape) || filterShape[2] !== info.inChannels) return null;
    const out = context.output(filterShape);
    if (util.sizeFromShape(filterShape) === 0) return out;
    const at = { x: context.address(x!), filter: context.address(out), y: context.address(dy!) };
    context.exports.depthwiseFilterGradient(writeDepthwise(context, info, at));
    return out;
  },
);
