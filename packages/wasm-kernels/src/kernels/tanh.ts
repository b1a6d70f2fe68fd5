import { Tanh } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { elementwise } from '../plan/elementwise.ts';

/** Hyperbolic tangent, four values at a time. */
export const tanh = defineKernel(Tanh, ({ inputs, context }) => elementwise(context, inputs.x!, context.exports.tanh));
