import { defineKernel } from '../install/kernel-override.ts';
import { activationGradient } from '../plan/activation-gradient.ts';

/** dy * (1 - y * y) of the output y, for our gradient of Tanh. */
export const tanhGrad = defineKernel('TanhGrad', ({ inputs, context }) =>
  activationGradient({ context }, context.exports.tanhGradient, inputs.y!, inputs.dy!),
);
