import { defineKernel } from '../install/kernel-override.ts';
import { normShape } from '../plan/norm-shapes.ts';
import { inChunks } from '../wasm/in-chunks.ts';

/** dx of a batch normalisation, for our gradient of FusedBatchNorm. */
export const fusedBatchNormInputGrad = defineKernel('FusedBatchNormInputGrad', ({ inputs, attrs, context }) => {
  const { dy, variance, scale } = inputs;
  const shape = normShape(dy!, [variance, scale]);
  if (!shape) return null;
  const { rows, columns } = shape;
  const { exports } = context;
  const out = context.output(dy!.shape);
  const factor = context.scratch(4 * columns);
  exports.normFactor(
    columns,
    context.address(variance!),
    scale ? context.address(scale) : 0,
    attrs.varianceEpsilon as number,
    factor,
  );
  const [from, to] = [context.address(dy!), context.address(out)];
  inChunks(rows, columns, (count, at) => exports.multiplyRows(count, columns, from + at, factor, to + at));
  return out;
});

/** Gradients of mean, variance, scale and offset, from one pass over x and dy. */
export const fusedBatchNormParamsGrad = defineKernel('FusedBatchNormParamsGrad', ({ inputs, attrs, context }) => {
  const { x, dy, mean, variance, scale } = inputs;
  const shape = normShape(x!, [mean, variance, scale]);
  if (!shape) return null;
  const { rows, columns } = shape;
  const { exports } = context;
  const outs = Array.from({ length: 4 }, () => context.output([columns]));
  const [dMean, dVariance, dScale, dOffset] = outs.map((out) => context.address(out)) as [
    number,
    number,
    number,
    number,
  ];
  const parts = context.scratch(4 * 3 * columns);
  const products = parts + 8 * columns;
  exports.normSums(
    rows,
    columns,
    context.address(x!),
    context.address(dy!),
    context.address(mean!),
    dOffset,
    products,
    parts,
  );
  const [spread, weight] = [context.address(variance!), scale ? context.address(scale) : 0];
  exports.normGradients(
    columns,
    dOffset,
    products,
    spread,
    weight,
    attrs.varianceEpsilon as number,
    dMean,
    dVariance,
    dScale,
  );
  return outs;
});
