// Convolutions of 3 x 3 (stride 1) and 2 x 2 taps by Winograd's algorithm, in tiles of 4 x 4 outputs: one small matrix
// product per place of the transformed tile, with a quarter (or 2.56 times fewer) of the multiplications.
//
// A 4 x 4 convolution of stride 2 is a sum over the four phases of its input, each with 2 x 2 taps: the phases stand side by
// side as channels. Its input gradient is one convolution of 2 x 2 taps per phase of its output.
import { finishRow } from './finish';
import { macro } from './gemm';
import { packA } from './pack';
import { addFloats, bytes, copyFloats, smaller } from './simd';
import { filterGradientLine, filterLine, gradientLine, inputLine, outputLine } from './winograd-lines';

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
  inputs: usize;
  filters: usize;
  products: usize;
  packedA: usize;
  patch: usize;
  lines: usize;
  spare: usize;
}

// @ts-ignore: decorator
@inline function places(w: Winograd): i32 {
  return (w.taps + 3) * (w.taps + 3);
}

// @ts-ignore: decorator
@inline function depthOf(w: Winograd): i32 {
  return w.step * w.step * w.channels;
}

// @ts-ignore: decorator
@inline function padded(columns: i32): i32 {
  return (columns + 7) & ~7;
}

/** Place of row k, column n in panels of 8 (the last one of 4 if only four columns remain) of a matrix with `rows` rows. */
// @ts-ignore: decorator
@inline function panelPlace(rows: i32, columns: i32, k: i32, n: i32): usize {
  const panel = n >> 3;
  const width = columns - (panel << 3) <= 4 ? 4 : 8;
  return bytes(panel * rows * 8 + k * width + (n & 7));
}

/** Bytes from one place to the next: the extra line keeps places that are a power of two apart out of one cache set. */
// @ts-ignore: decorator
@inline function placeBytes(floats: i32): usize {
  return bytes(floats + 16);
}

// ---- Input

/** Transforms tiles first .. first + count to inputs[place][tile][phase][channel]. */
export function transformInputs(w: Winograd, first: i32, count: i32): void {
  const depth = depthOf(w), size = w.taps + 3;
  const placeStep = placeBytes(w.tileBlock * depth);
  for (let t = 0; t < count; t++) {
    const tile = first + t;
    const column = tile % w.tileColumns, line = tile / w.tileColumns;
    const row = line % w.tileRows, n = line / w.tileRows;
    for (let p = 0; p < w.step; p++) {
      for (let q = 0; q < w.step; q++) {
        const h = (row << 2) * w.step + p + w.top, x = (column << 2) * w.step + q + w.left;
        const to = w.inputs + bytes(t * depth + (p * w.step + q) * w.channels);
        const reach = (size - 1) * w.step;
        if (h >= 0 && x >= 0 && h + reach < w.inHeight && x + reach < w.inWidth) {
          const from = w.input + bytes(((n * w.inHeight + h) * w.inWidth + x) * w.channels);
          inputTile(w.taps, w.channels, from, bytes(w.step * w.inWidth * w.channels), bytes(w.step * w.channels), w.lines, to, placeStep);
        } else {
          readPatch(w, n, h, x);
          inputTile(w.taps, w.channels, w.patch, bytes(size * w.channels), bytes(w.channels), w.lines, to, placeStep);
        }
      }
    }
  }
}

/** Copies a tile at the border of the picture, with zeros outside. */
export function readPatch(w: Winograd, n: i32, h: i32, x: i32): void {
  const size = w.taps + 3;
  let to = w.patch;
  for (let i = 0; i < size; i++) {
    const row = h + i * w.step;
    for (let j = 0; j < size; j++) {
      const column = x + j * w.step;
      if (row >= 0 && row < w.inHeight && column >= 0 && column < w.inWidth) {
        copyFloats(to, w.input + bytes(((n * w.inHeight + row) * w.inWidth + column) * w.channels), w.channels);
      } else memory.fill(to, 0, bytes(w.channels));
      to += bytes(w.channels);
    }
  }
}

export function inputTile(taps: i32, channels: i32, from: usize, row: usize, column: usize, lines: usize, to: usize, place: usize): void {
  if (taps == 3) for (let c = 0; c < channels; c += 4) { inputFour(3, from, row, column, lines, to, place); from += 16; to += 16; }
  else for (let c = 0; c < channels; c += 4) { inputFour(2, from, row, column, lines, to, place); from += 16; to += 16; }
}

// @ts-ignore: decorator
@inline function inputFour(taps: i32, from: usize, row: usize, column: usize, lines: usize, to: usize, place: usize): void {
  const size = taps + 3;
  for (let j = 0; j < size; j++) inputLine(taps, from + <usize>j * column, row, lines + <usize>(j << 4), <usize>(size << 4));
  for (let i = 0; i < size; i++) inputLine(taps, lines + <usize>((i * size) << 4), 16, to + <usize>(i * size) * place, place);
}

// ---- Filter

/** Transforms all weights to filters[place], packed for the matrix product in blocks of depthBlock rows. */
export function transformFilters(w: Winograd): void {
  const depth = depthOf(w), columns = w.outChannels, place = placeBytes(depth * padded(columns));
  let k = 0;
  while (k < depth) {
    const phase = k / w.channels, c = k - phase * w.channels, block = k / w.depthBlock * w.depthBlock;
    const rows = smaller(w.depthBlock, depth - block);
    const count = smaller(w.channels - c, block + rows - k);
    const table = w.tapTable + bytes(phase * w.taps * w.taps);
    const to = w.filters + bytes(block * padded(columns));
    for (let n = 0; n < columns; n += 4) {
      const from = w.weights + bytes(c * w.weightRow + n * w.weightColumn);
      const at = to + panelPlace(rows, columns, k - block, n), step = panelPlace(rows, columns, 1, n) - panelPlace(rows, columns, 0, n);
      filterColumns(w.taps, count, from, bytes(w.weightRow), bytes(w.weightColumn), table, w.lines, at, step, place);
    }
    k += count;
  }
}

/** Four columns of the filter, channel after channel. */
export function filterColumns(
  taps: i32, channels: i32, from: usize, row: usize, column: usize, table: usize, lines: usize, to: usize, step: usize, place: usize,
): void {
  for (; channels > 0; channels--) {
    if (taps == 3) filterFour(3, from, column, table, lines, to, place);
    else filterFour(2, from, column, table, lines, to, place);
    from += row; to += step;
  }
}

// @ts-ignore: decorator
@inline function filterFour(taps: i32, from: usize, step: usize, table: usize, lines: usize, to: usize, place: usize): void {
  const size = taps + 3;
  const second = lines + 576;
  for (let t = 0; t < taps * taps; t++) v128.store(lines + <usize>(t << 4), loadFour(from + bytes(load<i32>(table + bytes(t))), step));
  for (let b = 0; b < taps; b++) filterLine(taps, lines + <usize>(b << 4), <usize>(taps << 4), second + <usize>(b << 4), <usize>(taps << 4));
  for (let i = 0; i < size; i++) filterLine(taps, second + <usize>((i * taps) << 4), 16, to + <usize>(i * size) * place, place);
}

// @ts-ignore: decorator
@inline function loadFour(from: usize, step: usize): v128 {
  if (step == 4) return v128.load(from);
  let x = v128.load32_zero(from);
  x = v128.load32_lane(from + step, x, 1);
  x = v128.load32_lane(from + 2 * step, x, 2);
  return v128.load32_lane(from + 3 * step, x, 3);
}

// ---- Output

/** Transforms the products of tiles first .. first + count back to pixels, with bias and activation. */
export function transformOutputs(w: Winograd, first: i32, count: i32): void {
  const columns = w.outChannels, place = placeBytes(w.tileBlock * columns);
  for (let t = 0; t < count; t++) {
    const tile = first + t;
    const column = tile % w.tileColumns << 2, line = tile / w.tileColumns;
    const row = line % w.tileRows << 2, n = line / w.tileRows;
    const from = w.products + bytes(t * columns);
    const to = w.output + bytes(n * w.outImage + row * w.outRow + column * w.outColumn);
    const height = smaller(4, w.outHeight - row), width = smaller(4, w.outWidth - column);
    if (height == 4 && width == 4) outputTile(w.taps, columns, from, place, w.lines, to, bytes(w.outRow), bytes(w.outColumn));
    else {
      outputTile(w.taps, columns, from, place, w.lines, w.patch, bytes(columns << 2), bytes(columns));
      for (let i = 0; i < height; i++) {
        for (let j = 0; j < width; j++) {
          copyFloats(to + bytes(i * w.outRow + j * w.outColumn), w.patch + bytes(((i << 2) + j) * columns), columns);
        }
      }
    }
    if (!w.bias && !w.activation) continue;
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) {
        finishRow(columns, to + bytes(i * w.outRow + j * w.outColumn), w.bias, w.activation, w.alpha);
      }
    }
  }
}

export function outputTile(taps: i32, columns: i32, from: usize, place: usize, lines: usize, to: usize, row: usize, column: usize): void {
  if (taps == 3) for (let n = 0; n < columns; n += 4) { outputFour(3, from, place, lines, to, row, column); from += 16; to += 16; }
  else for (let n = 0; n < columns; n += 4) { outputFour(2, from, place, lines, to, row, column); from += 16; to += 16; }
}

// @ts-ignore: decorator
@inline function outputFour(taps: i32, from: usize, place: usize, lines: usize, to: usize, row: usize, column: usize): void {
  const size = taps + 3;
  for (let j = 0; j < size; j++) outputLine(taps, from + <usize>j * place, <usize>size * place, lines + <usize>(j << 4), <usize>(size << 4));
  for (let i = 0; i < 4; i++) outputLine(taps, lines + <usize>((i * size) << 4), 16, to + <usize>i * row, column);
}

/** output = activation(input * weights + bias). */
export function winogradConvolve(winograd: usize): void {
  const w = changetype<Winograd>(winograd);
  const depth = depthOf(w), columns = w.outChannels, size = places(w);
  transformFilters(w);
  for (let t = 0; t < w.tiles; t += w.tileBlock) {
    const count = smaller(w.tileBlock, w.tiles - t);
    transformInputs(w, t, count);
    for (let p = 0; p < size; p++) {
      const from = w.inputs + <usize>p * placeBytes(w.tileBlock * depth), to = w.products + <usize>p * placeBytes(w.tileBlock * columns);
      for (let k = 0; k < depth; k += w.depthBlock) {
        const rows = smaller(w.depthBlock, depth - k);
        const b = w.filters + <usize>p * placeBytes(depth * padded(columns)) + bytes(k * padded(columns));
        packA(count, rows, from + bytes(k), bytes(depth), 4, w.spare + 256, w.packedA);
        macro(count, columns, rows, w.packedA, b, bytes(rows << 3), 0, 0, to, bytes(columns), k > 0, w.spare);
      }
    }
    transformOutputs(w, t, count);
  }
}

// ---- Gradient of the filter

/** Transforms dy, which lies where the output would, to products[place], packed as B with one row per tile. */
export function transformGradients(w: Winograd, first: i32, count: i32): void {
  const columns = w.outChannels, place = placeBytes(w.tileBlock * padded(columns));
  for (let t = 0; t < count; t++) {
    const tile = first + t;
    const column = tile % w.tileColumns << 2, line = tile / w.tileColumns;
    const row = line % w.tileRows << 2, n = line / w.tileRows;
    const from = w.output + bytes(n * w.outImage + row * w.outRow + column * w.outColumn);
    const height = smaller(4, w.outHeight - row), width = smaller(4, w.outWidth - column);
    if (height == 4 && width == 4) gradientTile(w.taps, columns, from, bytes(w.outRow), bytes(w.outColumn), w.lines, w.products, count, t, place);
    else {
      memory.fill(w.patch, 0, bytes(columns << 4));
      for (let i = 0; i < height; i++) {
        for (let j = 0; j < width; j++) {
          copyFloats(w.patch + bytes(((i << 2) + j) * columns), from + bytes(i * w.outRow + j * w.outColumn), columns);
        }
      }
      gradientTile(w.taps, columns, w.patch, bytes(columns << 2), bytes(columns), w.lines, w.products, count, t, place);
    }
  }
}

export function gradientTile(
  taps: i32, columns: i32, from: usize, row: usize, column: usize, lines: usize, to: usize, rows: i32, tile: i32, place: usize,
): void {
  for (let n = 0; n < columns; n += 4) {
    const at = to + panelPlace(rows, columns, tile, n);
    if (taps == 3) gradientFour(3, from, row, column, lines, at, place);
    else gradientFour(2, from, row, column, lines, at, place);
    from += 16;
  }
}

// @ts-ignore: decorator
@inline function gradientFour(taps: i32, from: usize, row: usize, column: usize, lines: usize, to: usize, place: usize): void {
  const size = taps + 3;
  for (let j = 0; j < 4; j++) gradientLine(taps, from + <usize>j * column, row, lines + <usize>(j << 4), 64);
  for (let i = 0; i < size; i++) gradientLine(taps, lines + <usize>(i << 6), 16, to + <usize>(i * size) * place, place);
}

/** Transforms rows k .. k + rows of the product back to taps, and stores or adds them to the gradient at `weights`. */
export function transformFilterGradients(w: Winograd, k: i32, rows: i32, add: bool): void {
  const columns = w.outChannels, place = placeBytes(w.depthBlock * columns);
  for (let r = 0; r < rows; r++) {
    const f = (k + r) / w.channels, c = (k + r) % w.channels;
    const table = w.tapTable + bytes(f * w.taps * w.taps);
    const from = w.filters + bytes(r * columns), to = w.weights + bytes(c * w.weightRow);
    filterGradientRow(w.taps, columns, from, place, table, w.lines, to, add);
  }
}

export function filterGradientRow(taps: i32, columns: i32, from: usize, place: usize, table: usize, lines: usize, to: usize, add: bool): void {
  for (let n = 0; n < columns; n += 4) {
    if (taps == 3) filterGradientFour(3, from, place, table, lines, to, add);
    else filterGradientFour(2, from, place, table, lines, to, add);
    from += 16; to += 16;
  }
}

// @ts-ignore: decorator
@inline function filterGradientFour(taps: i32, from: usize, place: usize, table: usize, lines: usize, to: usize, add: bool): void {
  const size = taps + 3;
  const second = lines + 576;
  for (let j = 0; j < size; j++) {
    filterGradientLine(taps, from + <usize>j * place, <usize>size * place, lines + <usize>(j << 4), <usize>(size << 4));
  }
  for (let a = 0; a < taps; a++) filterGradientLine(taps, lines + <usize>((a * size) << 4), 16, second + <usize>((a * taps) << 4), 16);
  for (let t = 0; t < taps * taps; t++) {
    const at = to + bytes(load<i32>(table + bytes(t)));
    if (add) addFloats(at, second + <usize>(t << 4), 4);
    else copyFloats(at, second + <usize>(t << 4), 4);
  }
}

/** weights = gradient of the filter, from the input and from dy at `output`. */
export function winogradFilterGradient(winograd: usize): void {
  const w = changetype<Winograd>(winograd);
  const depth = depthOf(w), columns = w.outChannels, size = places(w);
  for (let t = 0; t < w.tiles; t += w.tileBlock) {
    const count = smaller(w.tileBlock, w.tiles - t);
    transformInputs(w, t, count);
    transformGradients(w, t, count);
    for (let k = 0; k < depth; k += w.depthBlock) {
      const rows = smaller(w.depthBlock, depth - k);
      for (let p = 0; p < size; p++) {
        const a = w.inputs + <usize>p * placeBytes(w.tileBlock * depth) + bytes(k);
        const b = w.products + <usize>p * placeBytes(w.tileBlock * padded(columns));
        packA(rows, count, a, 4, bytes(depth), w.spare + 256, w.packedA);
        macro(rows, columns, count, w.packedA, b, bytes(count << 3), 0, 0, w.filters + <usize>p * placeBytes(w.depthBlock * columns), bytes(columns), false, w.spare);
      }
      transformFilterGradients(w, k, rows, t > 0);
    }
  }
}

/** Whether all values are finite: Winograd's sums would spread a NaN or an infinity over its whole tile. */
export function allFinite(count: i32, x: usize): bool {
  const zero = f32x4.splat(0);
  let a = zero, b = zero;
  for (; count >= 8; count -= 8) {
    a = f32x4.add(a, f32x4.mul(v128.load(x), zero));
    b = f32x4.add(b, f32x4.mul(v128.load(x, 16), zero));
    x += 32;
  }
  for (; count > 0; count--) {
    a = f32x4.add(a, f32x4.mul(v128.load32_splat(x), zero));
    x += 4;
  }
  return i32x4.all_true(f32x4.eq(f32x4.add(a, b), zero));
}
