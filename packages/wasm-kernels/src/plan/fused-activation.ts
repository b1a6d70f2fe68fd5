import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmContext } from '../wasm/wasm-context.ts';
import type { Finish } from './gather-plan.ts';

/** Numbers of the activations that the module fuses, as in assembly/finish.ts. */
const ACTIVATIONS: Readonly<Record<string, number>> = { linear: 0, relu: 1, relu6: 2, leakyrelu: 3 };

/** Bias and activation of a fused kernel; null if the module does not fuse them. */
export function finishOf(
  context: WasmContext,
  { bias, preluActivationWeights }: Readonly<Record<string, TensorInfo | null | undefined>>,
  attrs: NamedAttrMap,
  channels: number,
): Finish | null {
  const activation = ACTIVATIONS[(attrs.activation as string | null) ?? 'linear'];
  if (activation === undefined || preluActivationWeights) return null;
  if (bias && (bias.dtype !== 'float32' || bias.shape.length !== 1 || bias.shape[0] !== channels)) return null;
  const alpha = (attrs.leakyreluAlpha as number | undefined) ?? 0;
  return { bias: bias ? context.address(bias) : 0, activation, alpha };
}
