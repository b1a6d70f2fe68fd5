import { defineKernel } from '../install/kernel-override.ts';
import { activationGradient } from '../plan/activation-gradient.ts';

/** dy or alpha * dy by the sign of x, for our gradient of LeakyRelu. */
export const leakyReluGrad = defineKernel('LeakyReluGrad', ({ inputs, context, attrs }) =>
  activationGradient({ context }, context.exports.leakyReluGradient, inputs.x!, inputs.dy!, attrs.alpha as number),
);
