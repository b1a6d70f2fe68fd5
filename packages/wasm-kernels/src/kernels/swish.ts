import { defineKernel } from '../install/kernel-override.ts';
import { elementwise } from '../plan/elementwise.ts';

/** x * sigmoid(x) in one pass. The stock backend has none. */
export const swish = defineKernel('Swish', ({ inputs, context }) =>
  elementwise(context, inputs.x!, context.exports.swish),
);
