import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { WasmContext } from '../wasm/wasm-context.ts';
import type { Conv2DInfo } from './convolution.ts';
import { DEPTHWISE_BYTES, depthwiseWords } from './depthwise.ts';
import { floatBits } from './float-bits.ts';
import type { Finish } from './gather-plan.ts';

const WORDS = 9;

/**
 * y = activation(x * filter + bias) as a new tensor, each channel on its own; null for several outputs of a channel, and for
 * fewer than four channels.
 */
export function forwardDepthwise(
  context: WasmContext,
  info: Conv2DInfo,
  x: TensorInfo,
  filter: TensorInfo,
  { bias, activation, alpha }: Finish = { bias: 0, activation: 0, alpha: 0 },
): TensorInfo | null {
  const { inChannels, outChannels, filterHeight } = info;
  if (outChannels !== inChannels || filter.shape[2] !== inChannels || inChannels < 4) return null;
  const out = context.output(info.outShape);
  if (util.sizeFromShape(out.shape) === 0) return out;
  const { span, padded, line } = lines(info);
  const self = context.scratch(4 * WORDS + DEPTHWISE_BYTES + 4 * filterHeight + 16 + 4 * (line + span * padded));
  const geometry = self + 4 * WORDS;
  const table = geometry + DEPTHWISE_BYTES;
  const zeros = Math.ceil((table + 4 * filterHeight) / 16) * 16;
  const at = { x: context.address(x), filter: context.address(filter), y: context.address(out) };
  context.writeWords(geometry, depthwiseWords(info, at, 0));
  context.writeWords(self, [
    geometry,
    bias,
    activation,
    floatBits(alpha),
    padded,
    span,
    zeros + 4 * line,
    zeros,
    table,
  ]);
  context.exports.depthwiseForward(self);
  return out;
}

/** How many lines the filter spans, and the floats of one: `padded` is 0 if no window reaches beyond a line. */
function lines({ filterHeight, filterWidth, dilationHeight, dilationWidth, strideWidth, ...info }: Conv2DInfo) {
  const width = (info.outWidth - 1) * strideWidth + (filterWidth - 1) * dilationWidth + 1;
  const { left } = info.padInfo;
  const line = Math.max(left + info.inWidth, width) * info.inChannels;
  const isInside = left === 0 && width <= info.inWidth;
  return { line, padded: isInside ? 0 : line, span: (filterHeight - 1) * dilationHeight + 1 };
}
