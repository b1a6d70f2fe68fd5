import { defineKernel } from '../install/kernel-override.ts';
import { activationGradient } from '../plan/activation-gradient.ts';

/** dy where 0 < x <= 6, for our gradient of Relu6. */
export const relu6Grad = defineKernel('Relu6Grad', ({ inputs, context }) =>
  activationGradient({ context }, context.exports.relu6Gradient, inputs.x!, inputs.dy!),
);
