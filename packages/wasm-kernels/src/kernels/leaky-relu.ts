import { LeakyRelu } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { elementwise } from '../plan/elementwise.ts';

/** x, or alpha * x below zero. */
export const leakyRelu = defineKernel(LeakyRelu, ({ inputs, attrs, context }) =>
  elementwise(context, inputs.x!, (count, from, to) =>
    context.exports.leakyRelu(count, from, to, attrs.alpha as number),
  ),
);
