import type { WasmContext } from '../wasm/wasm-context.ts';
import { floatBits } from './float-bits.ts';
import { placements } from './placements.ts';

/** One tap of a filter: where it reads, relative to the pixel, and where its weights start. */
export interface Tap {
  readonly row: number;
  readonly column: number;
  readonly offset: number;
}

/** A convolution as the module sees it; the fields of `Gather` in assembly/gather.ts. */
export interface Gather {
  readonly input: {
    readonly address: number;
    readonly height: number;
    readonly width: number;
    readonly channels: number;
  };
  readonly grid: {
    readonly images: number;
    readonly height: number;
    readonly width: number;
    readonly strideHeight: number;
    readonly strideWidth: number;
    readonly top: number;
    readonly left: number;
  };
  readonly taps: readonly Tap[];
  readonly output: {
    readonly address: number;
    readonly channels: number;
    readonly image: number;
    readonly row: number;
    readonly column: number;
  };
  readonly weights: { readonly address: number; readonly row: number; readonly column: number };
  readonly finish?: Finish;
}

/** Bias and activation: 0 linear, 1 relu, 2 relu6, 3 leakyrelu. */
export interface Finish {
  readonly bias: number;
  readonly activation: number;
  readonly alpha: number;
}

/** Block sizes, and how many floats each part of the scratch needs. */
export interface GatherBlocks {
  readonly pixels: number;
  readonly depth: number;
  readonly packedA: number;
  readonly packedB: number;
  readonly block: number;
}

const WORDS = 35;
const TAP_WORDS = 4;
const PIXEL_WORDS = 3;
/** Floats for one register block and the pointers of one panel. */
const SPARE = 128;

/** Writes the description of a gather into scratch memory; returns its address. */
export function writeGather(context: WasmContext, gather: Gather, blocks: GatherBlocks): number {
  const { input, grid, taps, output, weights, finish } = gather;
  const runs = tapRuns(taps);
  const zeros = Math.max(1, ...runs) * input.channels;
  const sizes = [
    WORDS,
    taps.length * TAP_WORDS,
    blocks.pixels * PIXEL_WORDS,
    zeros,
    blocks.packedA,
    blocks.packedB,
    blocks.block,
  ];
  const places = placements([...sizes, SPARE]);
  const base = context.scratch(4 * places.total);
  const [self, tapTable, pixelTable, zeroRow, packedA, packedB, block, spare] = places.starts.map(
    (start) => base + 4 * start,
  );
  context.writeWords(zeroRow!, new Int32Array(zeros));
  context.writeWords(
    tapTable!,
    taps.flatMap(({ row, column, offset }, t) => [row, column, offset, runs[t]!]),
  );
  const pixels = grid.images * grid.height * grid.width;
  const alpha = floatBits(finish?.alpha ?? 0);
  context.writeWords(self!, [
    ...[input.address, input.height, input.width, input.channels],
    ...[pixels, grid.height, grid.width, grid.strideHeight, grid.strideWidth, grid.top, grid.left],
    ...[taps.length, tapTable!],
    ...[output.address, output.channels, output.image, output.row, output.column],
    ...[weights.address, weights.row, weights.column, finish?.bias ?? 0, finish?.activation ?? 0, alpha],
    ...[blocks.pixels, blocks.depth, pixelTable!, zeroRow!, packedA!, packedB!, block!, spare!],
  ]);
  return self!;
}

/** For each tap, how many taps from it on read pixels side by side. */
function tapRuns(taps: readonly Tap[]): number[] {
  const runs = new Array<number>(taps.length).fill(1);
  for (let t = taps.length - 2; t >= 0; t--) {
    const [here, next] = [taps[t]!, taps[t + 1]!];
    if (next.row === here.row && next.column === here.column + 1) runs[t] = runs[t + 1]! + 1;
  }
  return runs;
}
