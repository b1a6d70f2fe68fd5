// Two-dimensional transforms of tiles: of the input, of the products back to outputs, and of dy.
import { finishRow } from './finish';
import { bytes, copyFloats, smaller } from './simd';
import { gradientLine, inputLine, outputLine } from './winograd-lines';
import { depthOf, padded, panelPlace, placeBytes, Winograd } from './winograd-shape';

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
