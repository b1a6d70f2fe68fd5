// What a convolution reads: for every pixel of the output grid and every tap of the filter, a run of channels of the input.
//
// A forward convolution, and each sub-pixel phase of an input gradient, differ only in their grid and in their list of taps,
// so both are one matrix product whose A is gathered panel by panel ("implicit GEMM"; the idea of Dukhan, "The Indirect
// Convolution Algorithm", 2019).
import { packPointers } from './pack';
import { bytes, ROWS, smaller } from './simd';

/** Written by the host, field by field, as 32-bit words. Offsets are floats, addresses bytes. */
@unmanaged
export class Gather {
  input: usize;
  inHeight: i32;
  inWidth: i32;
  channels: i32;
  // The grid: pixel (n, i, j) reads around row i * strideHeight + top, column j * strideWidth + left.
  pixels: i32;
  gridHeight: i32;
  gridWidth: i32;
  strideHeight: i32;
  strideWidth: i32;
  top: i32;
  left: i32;
  taps: i32;
  tapTable: usize;
  // Where pixel (n, i, j) of the output lies: n * outImage + i * outRow + j * outColumn.
  output: usize;
  outChannels: i32;
  outImage: i32;
  outRow: i32;
  outColumn: i32;
  // Weight of tap t, input channel c, output channel o: weights + tap.offset + c * weightRow + o * weightColumn.
  weights: usize;
  weightRow: i32;
  weightColumn: i32;
  bias: usize;
  activation: i32;
  alpha: f32;
  // Blocks and scratch.
  pixelBlock: i32;
  depthBlock: i32;
  pixelTable: usize;
  zeros: usize;
  packedA: usize;
  packedB: usize;
  block: usize;
  spare: usize;
}

/** One tap: its place relative to the pixel, its weights, and how many taps from here on lie side by side in memory. */
@unmanaged
export class Tap {
  row: i32;
  column: i32;
  offset: i32;
  run: i32;
}
export const TAP_BYTES: usize = 16;

/** One pixel of the block: address of its (0, 0) tap, and where that is. */
@unmanaged
export class Pixel {
  address: usize;
  row: i32;
  column: i32;
}
export const PIXEL_BYTES: usize = 12;

/** Fills the table for pixels first .. first + count. */
export function locate(g: Gather, first: i32, count: i32): void {
  let j = first % g.gridWidth;
  const line = first / g.gridWidth;
  let i = line % g.gridHeight, n = line / g.gridHeight;
  let at = g.pixelTable;
  for (let p = 0; p < count; p++) {
    const pixel = changetype<Pixel>(at);
    pixel.row = i * g.strideHeight + g.top;
    pixel.column = j * g.strideWidth + g.left;
    pixel.address = g.input + bytes(((n * g.inHeight + pixel.row) * g.inWidth + pixel.column) * g.channels);
    at += PIXEL_BYTES;
    if (++j == g.gridWidth) {
      j = 0;
      if (++i == g.gridHeight) { i = 0; n++; }
    }
  }
}

/** Address of `count` side-by-side taps of a pixel from channel `channel` on; zeros outside the picture; 0 if only some lie inside. */
// @ts-ignore: decorator
@inline export function source(g: Gather, pixel: Pixel, tap: Tap, count: i32, channel: i32): usize {
  const row = pixel.row + tap.row;
  if (<u32>row >= <u32>g.inHeight) return g.zeros;
  const column = pixel.column + tap.column;
  if (column >= 0 && column + count <= g.inWidth) {
    return pixel.address + bytes((tap.row * g.inWidth + tap.column) * g.channels + channel);
  }
  if (count == 1 || column >= g.inWidth || column + count <= 0) return g.zeros;
  return 0;
}

/** Packs `rows` pixels from depth k0 on into [depth][rows]. */
export function gatherPanel(g: Gather, pixels: usize, rows: i32, k0: i32, depth: i32, table: usize, to: usize): void {
  const channels = g.channels;
  let t = k0 / channels, channel = k0 - t * channels;
  while (depth > 0) {
    const tap = changetype<Tap>(g.tapTable + <usize>t * TAP_BYTES);
    let count = 1, length = smaller(channels - channel, depth);
    if (channel == 0 && tap.run > 1 && depth >= channels << 1) {
      count = smaller(tap.run, depth / channels);
      if (pointers(g, pixels, rows, tap, count, 0, table)) length = count * channels;
      else { count = 1; pointers(g, pixels, rows, tap, 1, 0, table); }
    } else pointers(g, pixels, rows, tap, 1, channel, table);
    packPointers(rows, length, table, to);
    to += bytes(length * rows);
    depth -= length;
    channel += length;
    if (channel >= channels) { t += count; channel = 0; }
  }
}

/** Writes the table of row addresses; false if a row has the run only in part. */
export function pointers(g: Gather, pixels: usize, rows: i32, tap: Tap, count: i32, channel: i32, table: usize): bool {
  for (let r = 0; r < rows; r++) {
    const from = source(g, changetype<Pixel>(pixels), tap, count, channel);
    if (!from) return false;
    store<usize>(table, from);
    table += 4; pixels += PIXEL_BYTES;
  }
  return true;
}

/** Packs the whole pixel block into panels of ROWS pixels. */
export function gatherBlock(g: Gather, count: i32, k0: i32, depth: i32): void {
  let to = g.packedA, pixels = g.pixelTable;
  for (let i = 0; i < count; i += ROWS) {
    gatherPanel(g, pixels, smaller(ROWS, count - i), k0, depth, g.spare + 256, to);
    to += bytes(ROWS * depth);
    pixels += <usize>ROWS * PIXEL_BYTES;
  }
}
