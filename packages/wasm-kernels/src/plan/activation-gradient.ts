import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { KernelCall } from '../install/kernel-override.ts';
import { inChunks } from '../wasm/in-chunks.ts';
import type { ActivationGradient } from '../wasm/kernel-exports.ts';

/** A new tensor of dy times the derivative; null if the stock kernel has to answer. */
export function activationGradient(
  { context }: Pick<KernelCall, 'context'>,
  run: ActivationGradient,
  saved: TensorInfo,
  dy: TensorInfo,
  alpha = 0,
): TensorInfo | null {
  const size = util.sizeFromShape(saved.shape);
  if (saved.dtype !== 'float32' || dy.dtype !== 'float32' || size !== util.sizeFromShape(dy.shape)) return null;
  const out = context.output(saved.shape);
  const [from, gradient, to] = [saved, dy, out].map((tensor) => context.address(tensor)) as [number, number, number];
  inChunks(size, 1, (count, offset) => run(count, from + offset, gradient + offset, to + offset, alpha));
  return out;
}
