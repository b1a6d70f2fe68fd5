import { defineKernel } from '../install/kernel-override.ts';
import { activationGradient } from '../plan/activation-gradient.ts';

/** 2 * x * dy, for our gradient of Square. */
export const squareGrad = defineKernel('SquareGrad', ({ inputs, context }) =>
  activationGradient({ context }, context.exports.squareGradient, inputs.x!, inputs.dy!),
);
