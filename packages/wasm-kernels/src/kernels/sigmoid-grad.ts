import { defineKernel } from '../install/kernel-override.ts';
import { activationGradient } from '../plan/activation-gradient.ts';

/** dy * y * (1 - y) of the output y, for our gradient of Sigmoid. */
export const sigmoidGrad = defineKernel('SigmoidGrad', ({ inputs, context }) =>
  activationGradient({ context }, context.exports.sigmoidGradient, inputs.y!, inputs.dy!),
);
