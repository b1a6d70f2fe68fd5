import { _FusedMatMul, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { batchedProduct, type Transposes } from '../plan/batched-product.ts';
import { finishOf } from '../plan/fused-activation.ts';

/** Matrix products with bias and activation. */
export const fusedMatMul = defineKernel(_FusedMatMul, ({ inputs, attrs, context }) => {
  const { a, b } = inputs;
  const { transposeA, transposeB } = attrs as unknown as Transposes;
  const columns = b!.shape[b!.shape.length - (transposeB ? 2 : 1)] ?? 0;
  const finish = finishOf(context, inputs, attrs, columns);
  const out = finish && batchedProduct(context, a!, b!, { transposeA, transposeB });
  if (!out) return null;
  const rows = util.sizeFromShape(out.shape.slice(0, -1));
  if (finish.bias || finish.activation) {
    context.exports.finishRows(rows, columns, context.address(out), finish.bias, finish.activation, finish.alpha);
  }
  return out;
});
