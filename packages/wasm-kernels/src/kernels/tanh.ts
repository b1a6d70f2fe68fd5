import { Tanh, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { inChunks } from '../wasm/in-chunks.ts';

/** Hyperbolic tangent, four values at a time. */
export const tanh = defineKernel(Tanh, ({ inputs, context }) => {
  const x = inputs.x!;
  if (x.dtype !== 'float32') return null;
  const out = context.output(x.shape);
  const [from, to] = [context.address(x), context.address(out)];
  inChunks(util.sizeFromShape(x.shape), 1, (count, offset) => context.exports.tanh(count, from + offset, to + offset));
  return out;
});
