import { UnsortedSegmentSum, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { inChunks } from '../wasm/in-chunks.ts';

/** Sums of rows by segment, hence the gradient of gather. The stock backend has none. */
export const unsortedSegmentSum = defineKernel(UnsortedSegmentSum, ({ inputs, attrs, context }) => {
  const { x, segmentIds } = inputs;
  const count = attrs.numSegments as number;
  const known = x!.dtype === 'float32' || x!.dtype === 'int32';
  if (!known || segmentIds!.dtype !== 'int32' || segmentIds!.shape.length !== 1) return null;
  const row = x!.shape.slice(1);
  const columns = util.sizeFromShape(row);
  const out = context.output([count, ...row], x!.dtype);
  const [from, ids, to] = [x!, segmentIds!, out].map((tensor) => context.address(tensor)) as [number, number, number];
  context.exports.fillZeros(to, count * columns);
  if (columns === 0) return out;
  inChunks(x!.shape[0]!, columns, (rows, offset) => {
    const segments = ids + offset / columns;
    context.exports.segmentSum(rows, columns, from + offset, segments, count, to, x!.dtype === 'int32');
  });
  return out;
});
