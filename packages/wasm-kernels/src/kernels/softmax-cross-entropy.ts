import { util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { inChunks } from '../wasm/in-chunks.ts';

/** - sum of y * log(softmax(z)) over the last axis. */
export const softmaxCrossEntropyWithLogits = defineKernel('SoftmaxCrossEntropyWithLogits', ({ inputs, context }) => {
  const { logits, labels } = inputs;
  const { rows, columns, outer } = rowsOf(logits!.shape);
  const out = context.output(outer);
  const [z, y, to] = [logits!, labels!, out].map((tensor) => context.address(tensor)) as [number, number, number];
  inChunks(rows, columns, (count, at) =>
    context.exports.softmaxCrossEntropy(count, columns, z + at, y + at, to + at / columns),
  );
  return out;
});

/** The gradient of the logits: dy * (softmax(z) * sum(y) - y). */
export const softmaxCrossEntropyWithLogitsGrad = defineKernel(
  'SoftmaxCrossEntropyWithLogitsGrad',
  ({ inputs, context }) => {
    const { logits, labels, dy } = inputs;
    const { rows, columns } = rowsOf(logits!.shape);
    const out = context.output(logits!.shape);
    const [z, y, d, to] = [logits!, labels!, dy!, out].map((tensor) => context.address(tensor)) as Four;
    inChunks(rows, columns, (count, at) =>
      context.exports.softmaxCrossEntropyGradient(count, columns, z + at, y + at, d + at / columns, to + at),
    );
    return out;
  },
);

type Four = [number, number, number, number];

function rowsOf(shape: readonly number[]) {
  const outer = shape.slice(0, -1);
  return { outer, rows: util.sizeFromShape(outer), columns: shape[shape.length - 1]! };
}
