// Two-dimensional transforms of the filter, and of the products back to the gradient of the filter.
import { addFloats, bytes, copyFloats, smaller } from './simd';
import { filterGradientLine, filterLine } from './winograd-lines';
import { depthOf, padded, panelPlace, placeBytes, Winograd } from './winograd-shape';

/** Transforms all weights to filters[place], packed for the matrix product in blocks of depthBlock rows. */
export function transformFilters(w: Winograd): void {
  const depth = depthOf(w), columns = w.outChannels, place = placeBytes(depth * padded(columns));
  for (let k = 0; k < depth; k += w.depthBlock) {
    const rows = smaller(w.depthBlock, depth - k);
    transformFilterBlock(w, k, rows, 0, columns, w.filters + bytes(k * padded(columns)), place);
  }
}

/** Transforms rows first .. first + rows and `columns` columns from `firstColumn` on, packed, with a step from place to place. */
export function transformFilterBlock(w: Winograd, first: i32, rows: i32, firstColumn: i32, columns: i32, to: usize, place: usize): void {
  let k = 0;
  while (k < rows) {
    const phase = (first + k) / w.channels, c = first + k - phase * w.channels;
    const count = smaller(w.channels - c, rows - k);
    const table = w.tapTable + bytes(phase * w.taps * w.taps);
    for (let n = 0; n < columns; n += 4) {
      const from = w.weights + bytes(c * w.weightRow + (firstColumn + n) * w.weightColumn);
      const at = to + panelPlace(rows, columns, k, n), step = panelPlace(rows, columns, 1, n) - panelPlace(rows, columns, 0, n);
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
