import { util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';

/** dy * step(x), for our gradient of Relu. */
export const reluGrad = defineKernel('ReluGrad', ({ inputs, context }) => {
  const { x, dy } = inputs;
  const out = context.output(x!.shape);
  context.exports.reluGradient(
    util.sizeFromShape(x!.shape),
    context.address(x!),
    context.address(dy!),
    context.address(out),
  );
  return out;
});
