import { BatchMatMul } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { batchedProduct, type Transposes } from '../plan/batched-product.ts';

/** Matrix products, every combination of transposes, batch dimensions broadcast. */
export const batchMatMul = defineKernel(BatchMatMul, ({ inputs, attrs, context }) =>
  batchedProduct(context, inputs.a!, inputs.b!, attrs as unknown as Transposes),
);
