import type { WasmContext } from '../wasm/wasm-context.ts';
import type { Conv2DInfo, ConvolutionAddresses } from './convolution.ts';

const WORDS = 20;

/** Writes the description of a depthwise convolution, the fields of `Depthwise` in assembly/depthwise.ts; returns its address. */
export function writeDepthwise(context: WasmContext, info: Conv2DInfo, at: ConvolutionAddresses): number {
  const self = context.scratch(4 * WORDS + 8 * info.filterHeight * info.filterWidth);
  context.writeWords(self, [
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
    ...[info.padInfo.top, info.padInfo.left, info.outHeight, info.outWidth, self + 4 * WORDS],
  ]);
  return self;
}
