import { util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { inChunks } from '../wasm/in-chunks.ts';

/** max(z, 0) - z * y + log(1 + exp(-|z|)) for every logit z and its label y. */
export const sigmoidCrossEntropyWithLogits = defineKernel('SigmoidCrossEntropyWithLogits', ({ inputs, context }) => {
  const { logits, labels } = inputs;
  const out = context.output(logits!.shape);
  const [z, y, to] = [logits!, labels!, out].map((tensor) => context.address(tensor)) as [number, number, number];
  inChunks(util.sizeFromShape(out.shape), 1, (count, at) =>
    context.exports.sigmoidCrossEntropy(count, z + at, y + at, to + at),
  );
  return out;
});

/** The gradient of the logits: dy * (sigmoid(z) - y). */
export const sigmoidCrossEntropyWithLogitsGrad = defineKernel(
  'SigmoidCrossEntropyWithLogitsGrad',
  ({ inputs, context }) => {
    const { logits, labels, dy } = inputs;
    const out = context.output(logits!.shape);
    const [z, y, d, to] = [logits!, labels!, dy!, out].map((tensor) => context.address(tensor)) as Four;
    inChunks(util.sizeFromShape(out.shape), 1, (count, at) =>
      context.exports.sigmoidCrossEntropyGradient(count, z + at, y + at, d + at, to + at),
    );
    return out;
  },
);

type Four = [number, number, number, number];
