import type { WasmContext } from '../wasm/wasm-context.ts';
import { floatBits } from './float-bits.ts';
import type { Finish } from './gather-plan.ts';
import { placements } from './placements.ts';

/** A convolution of 2 x 2 or 3 x 3 taps as the module sees it; the fields of `Winograd` in assembly/winograd-shape.ts. */
export interface Winograd {
  readonly taps: 2 | 3;
  readonly images: number;
  readonly input: {
    readonly address: number;
    readonly height: number;
    readonly width: number;
    readonly channels: number;
    /** 2: the input has four phases, which stand side by side as channels. */
    readonly step: 1 | 2;
    readonly top: number;
    readonly left: number;
  };
  readonly output: {
    readonly address: number;
    readonly height: number;
    readonly width: number;
    readonly channels: number;
    readonly image: number;
    readonly row: number;
    readonly column: number;
  };
  readonly weights: { readonly address: number; readonly row: number; readonly column: number };
  /** Where the weights of each phase and tap start, in floats. */
  readonly tapTable: readonly number[];
  readonly finish?: Finish;
}

/** Tiles and rows of the filter at a time. */
export interface WinogradBlocks {
  readonly tiles: number;
  readonly depth: number;
  /** Columns of the filter at a time; 0 for all of them. */
  readonly columns: number;
}

/** Outputs of a tile along each axis. */
const TILE = 4;
const WORDS = 37;
/** Floats that the module leaves between places, so that they do not meet in one set of a cache. */
const LINE = 16;
/** Floats for the two halves of a two-dimensional transform. */
const LINES = 256;
/** Floats for one register block and the pointers of one panel. */
const SPARE = 128;

/** Few tiles, and floats of a transformed filter beyond the second cache: the filter is transformed in parts that stay in it. */
const FEW_TILES = 64;
const LARGE_FILTER = 250_000;
const FEW_DEPTH = 64;
const FEW_COLUMNS = 64;

/** Sizes that follow from a description. */
export function winogradSizes({ taps, images, input, output }: Omit<Winograd, 'tapTable' | 'weights'>) {
  const tileRows = Math.ceil(output.height / TILE);
  const tileColumns = Math.ceil(output.width / TILE);
  return {
    places: (taps + TILE - 1) ** 2,
    depth: input.step ** 2 * input.channels,
    columns: Math.ceil(output.channels / 8) * 8,
    tileRows,
    tileColumns,
    tiles: images * tileRows * tileColumns,
  };
}

/** Whether the filter is transformed in parts, each used while it is in the second cache. */
export function hasFewTiles({ places, depth, columns, tiles }: ReturnType<typeof winogradSizes>): boolean {
  return tiles <= FEW_TILES && places * depth * columns > LARGE_FILTER;
}

/** Blocks for a forward convolution: transformed tiles stay in the second cache if they are enough to pay for the filter. */
export function forwardBlocks(winograd: Winograd): WinogradBlocks {
  const sizes = winogradSizes(winograd);
  const { places, depth, columns, tiles } = sizes;
  const cached = Math.floor(400_000 / (places * (depth + columns)) / 30) * 30;
  if (hasFewTiles(sizes)) {
    return { tiles, depth: Math.ceil(depth / Math.ceil(depth / FEW_DEPTH)), columns: FEW_COLUMNS };
  }
  return {
    tiles: Math.min(tiles, Math.max(cached, 120)),
    depth: Math.ceil(depth / Math.ceil(depth / 384)),
    columns: 0,
  };
}

/** Blocks for the gradient of a filter: the sum runs over tiles. */
export function filterBlocks(winograd: Winograd): WinogradBlocks {
  const { depth, tiles } = winogradSizes(winograd);
  return { tiles: Math.ceil(tiles / Math.ceil(tiles / 384)), depth: Math.min(depth, 60), columns: 0 };
}

/** Writes a description into scratch memory; returns its address. */
export function writeWinograd(
  context: WasmContext,
  winograd: Winograd,
  blocks: WinogradBlocks,
  gradient: boolean,
): number {
  const { taps, input, output, weights, tapTable, finish } = winograd;
  const { places, depth, columns, tiles, tileRows, tileColumns } = winogradSizes(winograd);
  const few = blocks.columns > 0;
  const filterFloats = (gradient || few ? blocks.depth : depth) * (few ? blocks.columns : columns);
  const { starts, total } = placements([
    WORDS,
    tapTable.length,
    places * (blocks.tiles * depth + LINE),
    places * (filterFloats + LINE),
    places * (blocks.tiles * columns + LINE),
    few ? places * ((tiles + 8) * blocks.depth + LINE) : (blocks.tiles + 8) * (blocks.depth + 8),
    Math.max(places * input.channels, TILE * TILE * output.channels),
    LINES,
    SPARE,
  ]);
  const base = context.scratch(4 * total);
  const [self, table, ...parts] = starts.map((start) => base + 4 * start) as [number, number, ...number[]];
  const alpha = floatBits(finish?.alpha ?? 0);
  context.writeWords(table, tapTable);
  context.writeWords(self, [
    ...[taps, input.address, input.height, input.width, input.channels, input.step, input.top, input.left],
    ...[tiles, tileRows, tileColumns],
    ...[output.address, output.height, output.width, output.channels, output.image, output.row, output.column],
    ...[weights.address, weights.row, weights.column, table, finish?.bias ?? 0, finish?.activation ?? 0, alpha],
    ...[blocks.tiles, blocks.depth, blocks.columns, ...parts],
  ]);
  return self;
}
