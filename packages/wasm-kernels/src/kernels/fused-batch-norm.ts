import { FusedBatchNorm } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { normShape } from '../plan/norm-shapes.ts';
import { inChunks } from '../wasm/in-chunks.ts';

/** Batch normalisation with given mean and variance per channel of the last axis. */
export const fusedBatchNorm = defineKernel(FusedBatchNorm, ({ inputs, attrs, context }) => {
  const { x, mean, variance, offset, scale } = inputs;
  const shape = normShape(x!, [mean, variance, offset, scale]);
  if (!shape) return null;
  const { rows, columns } = shape;
  const { exports } = context;
  const out = context.output(x!.shape);
  const factor = context.scratch(4 * columns);
  exports.normFactor(
    columns,
    context.address(variance!),
    scale ? context.address(scale) : 0,
    attrs.varianceEpsilon as number,
    factor,
  );
  const [from, middle, add, to] = [
    context.address(x!),
    context.address(mean!),
    offset ? context.address(offset) : 0,
    context.address(out),
  ];
  inChunks(rows, columns, (count, at) =>
    exports.normalizeRows(count, columns, from + at, middle, factor, add, to + at),
  );
  return out;
});
