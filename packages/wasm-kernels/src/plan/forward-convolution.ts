import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { WasmContext } from '../wasm/wasm-context.ts';
import { type Conv2DInfo, convolveForward } from './convolution.ts';
import type { Finish } from './gather-plan.ts';
import { winogradForward } from './winograd-convolution.ts';

/** y = activation(x * filter + bias) as a new tensor; null if input channels do not match the filter's (grouped convolution). */
export function forwardConvolution(
  context: WasmContext,
  info: Conv2DInfo,
  x: TensorInfo,
  filter: TensorInfo,
  finish?: Finish,
): TensorInfo | null {
  if (filter.shape[2] !== info.inChannels) return null;
  const out = context.output(info.outShape);
  if (util.sizeFromShape(out.shape) === 0) return out;
  const at = { x: context.address(x), filter: context.address(filter), y: context.address(out) };
  if (!winogradForward(context, info, at, finish)) convolveForward(context, info, at, finish);
  return out;
}
