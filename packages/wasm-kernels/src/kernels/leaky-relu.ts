import { LeakyRelu, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { inChunks } from '../wasm/in-chunks.ts';

/** x, or alpha * x below zero. */
export const leakyRelu = defineKernel(LeakyRelu, ({ inputs, attrs, context }) => {
  const x = inputs.x!;
  if (x.dtype !== 'float32') return null;
  const out = context.output(x.shape);
  const [from, to] = [context.address(x), context.address(out)];
  inChunks(util.sizeFromShape(x.shape), 1, (count, offset) =>
    context.exports.leakyRelu(count, from + offset, to + offset, attrs.alpha as number),
  );
  return out;
});
