import { Sum } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { leadingSum } from '../plan/leading-sum.ts';

/** Sum over leading axes. */
export const sum = defineKernel(Sum, ({ inputs, attrs, context }) => leadingSum(context, inputs.x!, attrs, false));
