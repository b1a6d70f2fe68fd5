import { Mean } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { leadingSum } from '../plan/leading-sum.ts';

/** Mean over leading axes. */
export const mean = defineKernel(Mean, ({ inputs, attrs, context }) => leadingSum(context, inputs.x!, attrs, true));
