import { Sigmoid } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { elementwise } from '../plan/elementwise.ts';

/** Logistic function, four values at a time. */
export const sigmoid = defineKernel(Sigmoid, ({ inputs, context }) =>
  elementwise(context, inputs.x!, context.exports.sigmoid),
);
