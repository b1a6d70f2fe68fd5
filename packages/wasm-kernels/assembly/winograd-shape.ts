// What Winograd's convolutions have in common: their description, and where things lie in scratch memory.
import { bytes } from './simd';

/** Written by the host, field by field, as 32-bit words. Strides and offsets are floats, addresses bytes. */
@unmanaged
export class Winograd {
  taps: i32;
  // Input: row i of tile row t, phase p is row (4 * t + i) * step + p + top of the picture.
  input: usize;
  inHeight: i32;
  inWidth: i32;
  channels: i32;
  step: i32;
  top: i32;
  left: i32;
  tiles: i32;
  tileRows: i32;
  tileColumns: i32;
  // Output: pixel (n, i, j) at n * outImage + i * outRow + j * outColumn.
  output: usize;
  outHeight: i32;
  outWidth: i32;
  outChannels: i32;
  outImage: i32;
  outRow: i32;
  outColumn: i32;
  // Weight of phase f, tap (a, b): weights + tapTable[(f * taps + a) * taps + b] + channel * weightRow + output * weightColumn.
  weights: usize;
  weightRow: i32;
  weightColumn: i32;
  tapTable: usize;
  bias: usize;
  activation: i32;
  alpha: f32;
  // Blocks and scratch.
  tileBlock: i32;
  depthBlock: i32;
  /** Columns of the filter at a time; 0 for all of them. */
  columnBlock: i32;
  inputs: usize;
  filters: usize;
  products: usize;
  packedA: usize;
  patch: usize;
  lines: usize;
  spare: usize;
}

// @ts-ignore: decorator
@inline export function places(w: Winograd): i32 {
  return (w.taps + 3) * (w.taps + 3);
}

// @ts-ignore: decorator
@inline export function depthOf(w: Winograd): i32 {
  return w.step * w.step * w.channels;
}

// @ts-ignore: decorator
@inline export function padded(columns: i32): i32 {
  return (columns + 7) & ~7;
}

/** Place of row k, column n in panels of 8 (the last one of 4 if only four columns remain) of a matrix with `rows` rows. */
// @ts-ignore: decorator
@inline export function panelPlace(rows: i32, columns: i32, k: i32, n: i32): usize {
  const panel = n >> 3;
  const width = columns - (panel << 3) <= 4 ? 4 : 8;
  return bytes(panel * rows * 8 + k * width + (n & 7));
}

/** Bytes from one place to the next: the extra line keeps places that are a power of two apart out of one cache set. */
// @ts-ignore: decorator
@inline export function placeBytes(floats: i32): usize {
  return bytes(floats + 16);
}
