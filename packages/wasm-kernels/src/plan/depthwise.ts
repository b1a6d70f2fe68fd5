import type { WasmContext } from '../wasm/wasm-context.ts';
import type { Conv2DInfo, ConvolutionAddresses } from './convolution.ts';

/** Bytes of a description. */
export const DEPTHWISE_BYTES = 80;

/** Writes the description of a depthwise convolution for its gradients; returns its address. */
export function writeDepthwise(context: WasmContext, info: Conv2DInfo, at: ConvolutionAddresses): number {
  const self = context.scratch(DEPTHWISE_BYTES + 8 * info.filterHeight * info.filterWidth);
  context.writeWords(self, depthwiseWords(info, at, self + DEPTHWISE_BYTES));
  return self;
}

/** The fields of `Depthwise` in assembly/depthwise.ts; `meetings` has room for a pair of addresses a tap. */
export function depthwiseWords(info: Conv2DInfo, at: ConvolutionAddresses, meetings: number): number[] {
  return [
    ...[at.x, at.y, at.filter],
    ...[info.batchSize, info.inHeight, info.inWidth, info.inChannels, info.outChannels / info.inChannels],
    ...[
      info.filterHeight,
      info.filterWidth,
      info.strideHeight,
      info.strideWidth,
      info.dilationHeight,
      info.dilationWidth,
    ],
    ...[info.padInfo.top, info.padInfo.left, info.outHeight, info.outWidth, meetings],
  ];
}
