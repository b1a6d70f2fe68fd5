import type { WasmContext } from '../wasm/wasm-context.ts';
import type { Conv2DInfo, ConvolutionAddresses } from './convolution.ts';
import type { Finish } from './gather-plan.ts';
import {
  filterBlocks,
  forwardBlocks,
  hasFewTiles,
  type Winograd,
  winogradSizes,
  writeWinograd,
} from './winograd-plan.ts';

/** Kinds that Winograd's algorithm computes: 3 x 3 and 2 x 2 taps of stride 1, and 4 x 4 taps of stride 2 by phases. */
type Kind = { readonly taps: 2 | 3; readonly step: 1 | 2 };

/** Multiply-adds, or transformed floats, per nanosecond on one core of 2024. Only their ratios count. */
const PRODUCT_SPEED = 25;
const TILE_SPEED = 1.75;
const FILTER_SPEED = 1;
const FEW_TILES_FILTER_SPEED = 2;
const FILTER_GRADIENT_SPEED = 2;

/** y = activation(x * filter + bias); false, with nothing done, where the direct way is better. */
export function winogradForward(
  context: WasmContext,
  info: Conv2DInfo,
  at: ConvolutionAddresses,
  finish?: Finish,
): boolean {
  const kind = kindOf(info);
  if (!kind || !worthIt(info, kind)) return false;
  if (!finite(context, [at.x, xSize(info)], [at.filter, filterSize(info)])) return false;
  const winograd = { ...forwardDescription(info, kind, at), ...(finish && { finish }) };
  context.exports.winogradConvolve(writeWinograd(context, winograd, forwardBlocks(winograd), false));
  return true;
}

/** The gradient of the filter at `at.filter`, from dy at `at.y`; false where the direct way is better. */
export function winogradFilterGradient(context: WasmContext, info: Conv2DInfo, at: ConvolutionAddresses): boolean {
  const kind = kindOf(info);
  if (!kind || !worthIt(info, kind, FILTER_GRADIENT_SPEED)) return false;
  if (!finite(context, [at.x, xSize(info)], [at.y, ySize(info)])) return false;
  const winograd = forwardDescription(info, kind, at);
  context.exports.winogradFilterGradient(writeWinograd(context, winograd, filterBlocks(winograd), true));
  return true;
}

/** The gradient of the input at `at.x`, from dy at `at.y`; false where the direct way is better. */
export function winogradInputGradient(context: WasmContext, info: Conv2DInfo, at: ConvolutionAddresses): boolean {
  const kind = kindOf(info);
  if (!kind || !worthIt(info, kind)) return false;
  if (!finite(context, [at.y, ySize(info)], [at.filter, filterSize(info)])) return false;
  for (let i = 0; i < kind.step; i++) {
    for (let j = 0; j < kind.step; j++) {
      const winograd = inputGradientDescription(info, kind, at, i, j);
      context.exports.winogradConvolve(writeWinograd(context, winograd, forwardBlocks(winograd), false));
    }
  }
  return true;
}

function kindOf(info: Conv2DInfo): Kind | null {
  const { filterHeight: size, strideHeight: step } = info;
  const square = info.filterWidth === size && info.strideWidth === step;
  const plain = square && info.dilationHeight === 1 && info.dilationWidth === 1;
  if (!plain || info.inChannels % 4 !== 0 || info.outChannels % 4 !== 0) return null;
  if (step === 1 && (size === 2 || size === 3)) return { taps: size, step };
  return step === 2 && size === 4 ? { taps: 2, step } : null;
}

/** Compares estimated times. */
function worthIt(info: Conv2DInfo, kind: Kind, filterGradientSpeed = 0): boolean {
  const { inChannels, outChannels, outHeight, outWidth, batchSize, filterHeight, filterWidth } = info;
  const direct =
    (batchSize * outHeight * outWidth * filterHeight * filterWidth * inChannels * outChannels) / PRODUCT_SPEED;
  const sizes = winogradSizes(forwardDescription(info, kind, { x: 0, filter: 0, y: 0 }));
  const { places, depth, tiles } = sizes;
  const filterSpeed = filterGradientSpeed || (hasFewTiles(sizes) ? FEW_TILES_FILTER_SPEED : FILTER_SPEED);
  const products = (places * tiles * depth * outChannels) / PRODUCT_SPEED;
  const transforms = places * ((tiles * (depth + outChannels)) / TILE_SPEED + (depth * outChannels) / filterSpeed);
  return products + transforms < 0.9 * direct;
}

function finite(context: WasmContext, ...parts: readonly (readonly [number, number])[]): boolean {
  return parts.every(([address, size]) => context.exports.allFinite(size, address) !== 0);
}

const xSize = (info: Conv2DInfo) => info.batchSize * info.inHeight * info.inWidth * info.inChannels;
const ySize = (info: Conv2DInfo) => info.batchSize * info.outHeight * info.outWidth * info.outChannels;
const filterSize = (info: Conv2DInfo) => info.filterHeight * info.filterWidth * info.inChannels * info.outChannels;

function forwardDescription(info: Conv2DInfo, { taps, step }: Kind, at: ConvolutionAddresses): Winograd {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = info;
  const output = { address: at.y, height: outHeight, width: outWidth, channels: outChannels };
  return {
    taps,
    images: batchSize,
    input: {
      address: at.x,
      height: inHeight,
      width: inWidth,
      channels: inChannels,
      step,
      top: -padInfo.top,
      left: -padInfo.left,
    },
    output: { ...output, image: outHeight * outWidth * outChannels, row: outWidth * outChannels, column: outChannels },
    weights: { address: at.filter, row: outChannels, column: 1 },
    tapTable: places(step, step, taps, taps).map(([p, q, a, b]) => filterOffset(info, step * a + p, step * b + q)),
  };
}

/** Pixels (step * i + row, step * j + column) of dx see the taps first + step * (taps - 1 - a), a from 0 on, of dy. */
function inputGradientDescription(
  info: Conv2DInfo,
  { taps, step }: Kind,
  at: ConvolutionAddresses,
  row: number,
  column: number,
): Winograd {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = info;
  const [firstRow, firstColumn] = [(row + padInfo.top) % step, (column + padInfo.left) % step];
  const last = taps - 1;
  return {
    taps,
    images: batchSize,
    input: {
      address: at.y,
      height: outHeight,
      width: outWidth,
      channels: outChannels,
      step: 1,
      top: (row + padInfo.top - firstRow) / step - last,
      left: (column + padInfo.left - firstColumn) / step - last,
    },
    output: {
      address: at.x + 4 * (row * inWidth + column) * inChannels,
      height: Math.ceil((inHeight - row) / step),
      width: Math.ceil((inWidth - column) / step),
      channels: inChannels,
      image: inHeight * inWidth * inChannels,
      row: step * inWidth * inChannels,
      column: step * inChannels,
    },
    weights: { address: at.filter, row: 1, column: outChannels },
    tapTable: places(1, 1, taps, taps).map(([, , a, b]) =>
      filterOffset(info, firstRow + step * (last - a), firstColumn + step * (last - b)),
    ),
  };
}

/** All combinations of four indices, the last one fastest. */
function places(...sizes: [number, number, number, number]): [number, number, number, number][] {
  let all: number[][] = [[]];
  for (const size of sizes) all = all.flatMap((head) => Array.from({ length: size }, (_, i) => [...head, i]));
  return all as [number, number, number, number][];
}

function filterOffset({ filterWidth, inChannels, outChannels }: Conv2DInfo, row: number, column: number): number {
  return (row * filterWidth + column) * inChannels * outChannels;
}
