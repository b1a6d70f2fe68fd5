import { EluGrad } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { activationGradient } from '../plan/activation-gradient.ts';

/** dy or dy * (y + 1) by the sign of the output y. */
export const eluGrad = defineKernel(EluGrad, ({ inputs, context }) =>
  activationGradient({ context }, context.exports.eluGradient, inputs.y!, inputs.dy!),
);
