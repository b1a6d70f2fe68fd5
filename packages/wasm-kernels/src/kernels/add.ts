import { Add, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { inChunks } from '../wasm/in-chunks.ts';

/** x[..., c] + bias[c]; every other addition is left to the stock kernel. */
export const add = defineKernel(Add, ({ inputs, context }) => {
  const pair = biasPair(inputs.a!, inputs.b!) ?? biasPair(inputs.b!, inputs.a!);
  if (!pair) return null;
  const [x, bias] = pair;
  const columns = util.sizeFromShape(bias.shape);
  const out = context.output(x.shape);
  const [from, addend, to] = [x, bias, out].map((tensor) => context.address(tensor)) as [number, number, number];
  inChunks(util.sizeFromShape(x.shape) / columns, columns, (rows, offset) =>
    context.exports.addBias(rows, columns, from + offset, addend, to + offset),
  );
  return out;
});

function biasPair(x: TensorInfo, bias: TensorInfo): [TensorInfo, TensorInfo] | null {
  if (x.dtype !== 'float32' || bias.dtype !== 'float32' || x.shape.length < 2 || bias.shape.length > x.shape.length)
    return null;
  const columns = x.shape[x.shape.length - 1]!;
  const fits =
    columns > 1 && bias.shape[bias.shape.length - 1] === columns && util.sizeFromShape(bias.shape) === columns;
  return fits && util.sizeFromShape(x.shape) > columns ? [x, bias] : null;
}
