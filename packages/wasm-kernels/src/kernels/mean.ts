import { Mean } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { rowSum } from '../plan/row-sum.ts';

/** Mean over neighbouring axes that others follow. */
export const mean = defineKernel(Mean, ({ inputs, attrs, context }) => rowSum(context, inputs.x!, attrs, true));
