import { Sum } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { rowSum } from '../plan/row-sum.ts';

/** Sum over neighbouring axes that others follow. */
export const sum = defineKernel(Sum, ({ inputs, attrs, context }) => rowSum(context, inputs.x!, attrs, false));
