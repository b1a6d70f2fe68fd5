// Convolutions as implicit matrix products: forward (and by phases the gradient of the input), gradient of the filter.
import { finishRows } from './finish';
import { Gather, gatherBlock, locate, Pixel, PIXEL_BYTES, source, Tap, TAP_BYTES } from './gather';
import { macro } from './gemm';
import { packB } from './pack';
import { bytes, copyFloats, ROWS, smaller } from './simd';

// @ts-ignore: decorator
@inline function panelCount(columns: i32): i32 {
  return (columns + 7) >> 3;
}

/** Packs all weights: blocks of depthBlock rows, each in panels. */
export function packWeights(g: Gather): void {
  const depth = g.taps * g.channels, panels = panelCount(g.outChannels);
  let to = g.packedB;
  for (let k0 = 0; k0 < depth; k0 += g.depthBlock) {
    const rows = smaller(g.depthBlock, depth - k0);
    packWeightBlock(g, k0, rows, to);
    to += bytes((panels * rows) << 3);
  }
}

export function packWeightBlock(g: Gather, k0: i32, rows: i32, to: usize): void {
  const weightRow = bytes(g.weightRow), weightColumn = bytes(g.weightColumn);
  let t = k0 / g.channels, channel = k0 - t * g.channels, first = 0;
  while (first < rows) {
    const tap = changetype<Tap>(g.tapTable + <usize>t * TAP_BYTES);
    const length = smaller(g.channels - channel, rows - first);
    const from = g.weights + bytes(tap.offset) + <usize>channel * weightRow;
    packB(length, g.outChannels, from, weightRow, weightColumn, to, bytes(rows << 3), first);
    first += length;
    channel = 0;
    t++;
  }
}

/** output = activation(gather(input) * weights + bias). */
export function convolve(gather: usize): void {
  const g = changetype<Gather>(gather);
  const depth = g.taps * g.channels, panels = panelCount(g.outChannels);
  const inOrder = g.outColumn == g.outChannels && g.outRow == g.outColumn * g.gridWidth && g.outImage == g.outRow * g.gridHeight;
  const row = bytes(g.outChannels);
  // a bias with relu or relu6 is added where the product is stored
  const isBounded = g.bias != 0 && g.activation <= 2;
  const low: f32 = g.activation == 0 ? -f32.POSITIVE_INFINITY : 0, high: f32 = g.activation == 2 ? 6 : f32.POSITIVE_INFINITY;
  packWeights(g);
  for (let p = 0; p < g.pixels; p += g.pixelBlock) {
    const count = smaller(g.pixelBlock, g.pixels - p);
    const to = inOrder ? g.output + <usize>p * row : g.block;
    locate(g, p, count);
    let b = g.packedB;
    for (let k0 = 0; k0 < depth; k0 += g.depthBlock) {
      const rows = smaller(g.depthBlock, depth - k0);
      gatherBlock(g, count, k0, rows);
      const bias = isBounded && k0 + rows == depth ? g.bias : 0;
      macro(count, g.outChannels, rows, g.packedA, b, bytes(rows << 3), 0, 0, to, row, k0 > 0, bias, low, high, g.spare);
      b += bytes((panels * rows) << 3);
    }
    if (depth == 0) memory.fill(to, 0, <usize>count * row);
    if ((g.bias || g.activation) && (!isBounded || depth == 0)) finishRows(count, g.outChannels, to, g.bias, g.activation, g.alpha);
    if (!inOrder) scatterRows(g, p, count);
  }
}

/** Copies the finished block to the places of its pixels. */
export function scatterRows(g: Gather, first: i32, count: i32): void {
  let j = first % g.gridWidth;
  const line = first / g.gridWidth;
  let i = line % g.gridHeight, n = line / g.gridHeight;
  let from = g.block;
  for (let p = 0; p < count; p++) {
    copyFloats(g.output + bytes(n * g.outImage + i * g.outRow + j * g.outColumn), from, g.outChannels);
    from += bytes(g.outChannels);
    if (++j == g.gridWidth) {
      j = 0;
      if (++i == g.gridHeight) { i = 0; n++; }
    }
  }
}

/** Copies depth k0 .. k0 + depth of one pixel. */
export function gatherRow(g: Gather, pixel: Pixel, k0: i32, depth: i32, to: usize): void {
  const channels = g.channels;
  let t = k0 / channels, channel = k0 - t * channels;
  while (depth > 0) {
    const tap = changetype<Tap>(g.tapTable + <usize>t * TAP_BYTES);
    let count = 1, length = smaller(channels - channel, depth), from: usize = 0;
    if (channel == 0 && tap.run > 1 && depth >= channels << 1) {
      count = smaller(tap.run, depth / channels);
      from = source(g, pixel, tap, count, 0);
      if (from) length = count * channels;
      else count = 1;
    }
    if (!from) from = source(g, pixel, tap, 1, channel);
    copyFloats(to, from, length);
    to += bytes(length);
    depth -= length;
    channel += length;
    if (channel >= channels) { t += count; channel = 0; }
  }
}

/** Deals one row of `depth` floats out to the panels of A, as their column `k` of `columns`. */
export function dealRow(from: usize, depth: i32, k: i32, columns: i32, to: usize): void {
  let at = to + bytes(k * ROWS);
  const step = bytes(ROWS * columns);
  for (; depth >= ROWS; depth -= ROWS) {
    v128.store(at, v128.load(from));
    if (ROWS == 6) i64.store(at, i64.load(from, 16), 16);
    else f32.store(at, f32.load(from, 16), 16);
    from += bytes(ROWS);
    at += step;
  }
  if (depth > 0) copyFloats(at + bytes(k * depth) - bytes(k * ROWS), from, depth);
}

/**
 * Gradient of the filter: d[taps * channels x outChannels] = gather(input)^T * dy, where `output` of the gather is the
 * gradient d and `weights` is dy, one row of outChannels per pixel of the grid. Blocks: pixelBlock pixels, depthBlock rows of d.
 */
export function convolveFilterGradient(gather: usize): void {
  const g = changetype<Gather>(gather);
  const depth = g.taps * g.channels, row = bytes(g.outChannels);
  if (g.pixels == 0) memory.fill(g.output, 0, <usize>depth * row);
  for (let p = 0; p < g.pixels; p += g.pixelBlock) {
    const count = smaller(g.pixelBlock, g.pixels - p);
    locate(g, p, count);
    packB(count, g.outChannels, g.weights + <usize>p * row, row, 4, g.packedB, bytes(count << 3), 0);
    for (let k0 = 0; k0 < depth; k0 += g.depthBlock) {
      const rows = smaller(g.depthBlock, depth - k0);
      gatherTransposed(g, count, k0, rows);
      macro(rows, g.outChannels, count, g.packedA, g.packedB, bytes(count << 3), 0, 0, g.output + <usize>k0 * row, row, p > 0, 0, 0, 0, g.spare);
    }
  }
}

export function gatherTransposed(g: Gather, count: i32, k0: i32, depth: i32): void {
  let pixel = g.pixelTable;
  for (let p = 0; p < count; p++) {
    gatherRow(g, changetype<Pixel>(pixel), k0, depth, g.block);
    dealRow(g.block, depth, p, count, g.packedA);
    pixel += PIXEL_BYTES;
  }
}
