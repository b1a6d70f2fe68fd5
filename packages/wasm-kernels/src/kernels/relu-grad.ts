import { defineKernel } from '../install/kernel-override.ts';
import { activationGradient } from '../plan/activation-gradient.ts';

/** dy * step(x), for our gradient of Relu. */
export const reluGrad = defineKernel('ReluGrad', ({ inputs, context }) =>
  activationGradient({ context }, context.exports.reluGradient, inputs.x!, inputs.dy!),
);
