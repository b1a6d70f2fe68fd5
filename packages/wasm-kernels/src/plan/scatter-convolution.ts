import type { WasmContext } from '../wasm/wasm-context.ts';
import type { Conv2DInfo, ConvolutionAddresses } from './convolution.ts';
import { placements } from './placements.ts';

/** Fields of `Scatter` in assembly/scatter.ts. */
const WORDS = 23;
/** Floats for one register block and the pointers of one panel. */
const SPARE = 128;
/** Rows of panels of either build. */
const ROWS = 8;

/** Whether one product over all taps can give the gradient of the input: a window's taps lie side by side. */
export function canScatter(info: Conv2DInfo): boolean {
  return info.dilationWidth === 1 && info.filterWidth > 1 && info.outChannels > 0;
}

/** The gradient of the input at `at.x`, from dy at `at.y`, by one product over all taps, added window by window. */
export function scatterInputGradient(context: WasmContext, info: Conv2DInfo, at: ConvolutionAddresses): void {
  context.exports.convolveScatter(writeScatter(context, info, at));
}

function writeScatter(context: WasmContext, info: Conv2DInfo, at: ConvolutionAddresses): number {
  const columns = info.filterHeight * info.filterWidth * info.inChannels;
  const depth = info.outChannels;
  const pixels = Math.min(240, Math.max(1, info.batchSize * info.outHeight * info.outWidth));
  const depthBlock = Math.ceil(depth / Math.ceil(depth / 384));
  const sizes = [WORDS, (pixels + ROWS) * depthBlock, (columns + ROWS) * depth, pixels * columns, SPARE];
  const { starts, total } = placements(sizes);
  const base = context.scratch(4 * total);
  const [self, ...parts] = starts.map((start) => base + 4 * start) as [number, ...number[]];
  context.writeWords(self, [
    ...[at.y, at.filter, at.x],
    ...[info.batchSize, info.outHeight, info.outWidth, depth, info.inHeight, info.inWidth, info.inChannels],
    ...[info.filterHeight, info.filterWidth, info.strideHeight, info.strideWidth, info.dilationHeight],
    ...[info.padInfo.top, info.padInfo.left],
    ...[pixels, depthBlock, ...parts],
  ]);
  return self;
}
