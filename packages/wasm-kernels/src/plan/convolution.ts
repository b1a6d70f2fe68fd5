import type { backend_util } from '@tensorflow/tfjs-core';
import type { WasmContext } from '../wasm/wasm-context.ts';
import { type Finish, type Gather, type GatherBlocks, type Tap, writeGather } from './gather-plan.ts';

export type Conv2DInfo = backend_util.Conv2DInfo;

/** Addresses of the three tensors of a convolution y = x * filter, or of their gradients. */
export interface ConvolutionAddresses {
  readonly x: number;
  readonly filter: number;
  readonly y: number;
}

/** Rows of panels of either build. */
const ROWS = 8;

/** y = x * filter, then bias and activation. */
export function convolveForward(
  context: WasmContext,
  info: Conv2DInfo,
  at: ConvolutionAddresses,
  finish?: Finish,
): void {
  const { outHeight, outWidth, outChannels } = info;
  const gather: Gather = {
    input: inputOf(info, at.x),
    grid: forwardGrid(info),
    taps: forwardTaps(info),
    output: {
      address: at.y,
      channels: outChannels,
      image: outHeight * outWidth * outChannels,
      row: outWidth * outChannels,
      column: outChannels,
    },
    weights: { address: at.filter, row: outChannels, column: 1 },
    ...(finish && { finish }),
  };
  context.exports.convolve(writeGather(context, gather, forwardBlocks(gather)));
}

/** The gradient of the filter; `at.filter` receives it, `at.y` is dy. */
export function convolveFilterGradient(context: WasmContext, info: Conv2DInfo, at: ConvolutionAddresses): void {
  const gather: Gather = {
    input: inputOf(info, at.x),
    grid: forwardGrid(info),
    taps: forwardTaps(info),
    output: { address: at.filter, channels: info.outChannels, image: 0, row: 0, column: 0 },
    weights: { address: at.y, row: info.outChannels, column: 1 },
  };
  context.exports.convolveFilterGradient(writeGather(context, gather, filterBlocks(gather)));
}

/**
 * The gradient of the input; `at.x` receives it, `at.y` is dy. One phase per place in a stride: the pixels of a phase see the
 * same taps, so each phase is a convolution of stride 1 over dy.
 */
export function convolveInputGradient(context: WasmContext, info: Conv2DInfo, at: ConvolutionAddresses): void {
  for (let i = 0; i < Math.min(info.strideHeight, info.inHeight); i++) {
    for (let j = 0; j < Math.min(info.strideWidth, info.inWidth); j++) {
      const gather = inputGradientPhase(info, at, i, j);
      context.exports.convolve(writeGather(context, gather, forwardBlocks(gather)));
    }
  }
}

function inputGradientPhase(info: Conv2DInfo, at: ConvolutionAddresses, i: number, j: number): Gather {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, strideHeight, strideWidth } = info;
  const rowTaps = phaseTaps(i + info.padInfo.top, info.filterHeight, info.dilationHeight, strideHeight);
  const columnTaps = phaseTaps(j + info.padInfo.left, info.filterWidth, info.dilationWidth, strideWidth);
  const taps = rowTaps.flatMap(([row, kh]) =>
    columnTaps.map(([column, kw]) => ({
      row,
      column,
      offset: (kh * info.filterWidth + kw) * inChannels * outChannels,
    })),
  );
  return {
    input: { address: at.y, height: outHeight, width: outWidth, channels: outChannels },
    grid: {
      images: info.batchSize,
      height: Math.ceil((inHeight - i) / strideHeight),
      width: Math.ceil((inWidth - j) / strideWidth),
      strideHeight: 1,
      strideWidth: 1,
      top: 0,
      left: 0,
    },
    taps,
    output: {
      address: at.x + 4 * (i * inWidth + j) * inChannels,
      channels: inChannels,
      image: inHeight * inWidth * inChannels,
      row: strideHeight * inWidth * inChannels,
      column: strideWidth * inChannels,
    },
    weights: { address: at.filter, row: 1, column: outChannels },
  };
}

/** The taps that reach padded position `position` from a whole place of dy: [place relative to the phase's index, tap]. */
function phaseTaps(position: number, size: number, dilation: number, stride: number): [number, number][] {
  const taps: [number, number][] = [];
  for (let tap = size - 1; tap >= 0; tap--) {
    const reach = position - tap * dilation;
    if (reach % stride === 0) taps.push([reach / stride, tap]);
  }
  return taps;
}

function inputOf(info: Conv2DInfo, address: number): Gather['input'] {
  return { address, height: info.inHeight, width: info.inWidth, channels: info.inChannels };
}

function forwardGrid(info: Conv2DInfo): Gather['grid'] {
  return {
    images: info.batchSize,
    height: info.outHeight,
    width: info.outWidth,
    strideHeight: info.strideHeight,
    strideWidth: info.strideWidth,
    top: -info.padInfo.top,
    left: -info.padInfo.left,
  };
}

function forwardTaps(info: Conv2DInfo): Tap[] {
  const taps: Tap[] = [];
  for (let kh = 0; kh < info.filterHeight; kh++) {
    for (let kw = 0; kw < info.filterWidth; kw++) {
      const offset = taps.length * info.inChannels * info.outChannels;
      taps.push({ row: kh * info.dilationHeight, column: kw * info.dilationWidth, offset });
    }
  }
  return taps;
}

/** A block of gathered pixels fits half of the second cache. */
function forwardBlocks({ taps, input, grid, output }: Gather): GatherBlocks {
  const depth = Math.max(1, taps.length * input.channels);
  const depthBlock = Math.ceil(depth / Math.ceil(depth / 384));
  const pixels = Math.min(240, Math.max(1, grid.images * grid.height * grid.width));
  return {
    pixels,
    depth: depthBlock,
    packedA: (pixels + ROWS) * depthBlock,
    packedB: (output.channels + ROWS) * depth,
    block: pixels * output.channels,
  };
}

/** The roles change: the sum runs over pixels, and the rows are those of the filter. */
function filterBlocks({ taps, input, grid, output }: Gather): GatherBlocks {
  const rows = Math.max(1, taps.length * input.channels);
  const pixels = Math.min(384, Math.max(1, grid.images * grid.height * grid.width));
  const depth = Math.min(rows, 120);
  return {
    pixels,
    depth,
    packedA: (depth + ROWS) * pixels,
    packedB: (output.channels + ROWS) * pixels,
    block: depth + ROWS,
  };
}
