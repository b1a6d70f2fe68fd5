import { util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { inChunks } from '../wasm/in-chunks.ts';

/** factor * row, as many times as the leading axes of `shape` ask for; for our gradients of Sum and Mean. */
export const repeatRows = defineKernel('RepeatRows', ({ inputs, attrs, context }) => {
  const out = context.output(attrs.shape as number[]);
  const columns = util.sizeFromShape(inputs.row!.shape);
  const [row, to] = [context.address(inputs.row!), context.address(out)];
  if (columns === 0) return out;
  inChunks(util.sizeFromShape(out.shape) / columns, columns, (rows, offset) =>
    context.exports.repeatRow(rows, columns, row, attrs.factor as number, to + offset),
  );
  return out;
});
