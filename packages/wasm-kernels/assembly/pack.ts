// Copies of matrix blocks in the order in which the micro-kernels read them.
//
// A panel of A: [k][rows], rows <= ROWS. A panel of B: [k][8]; the last panel is [k][4] if at most four columns remain,
// and its missing columns are zero.
import { bytes, ROWS, smaller } from './simd';

// @ts-ignore: decorator
@inline function low(a: v128, b: v128): v128 {
  return i32x4.shuffle(a, b, 0, 4, 1, 5);
}

// @ts-ignore: decorator
@inline function high(a: v128, b: v128): v128 {
  return i32x4.shuffle(a, b, 2, 6, 3, 7);
}

/** Interleaves four rows of k floats: to[i * step] = {p0[i], p1[i], p2[i], p3[i]}. */
export function interleave4(p0: usize, p1: usize, p2: usize, p3: usize, k: i32, to: usize, step: usize): void {
  for (; k >= 4; k -= 4) {
    const x0 = v128.load(p0), x1 = v128.load(p1), x2 = v128.load(p2), x3 = v128.load(p3);
    const a = low(x0, x1), b = low(x2, x3), c = high(x0, x1), d = high(x2, x3);
    v128.store(to, i64x2.shuffle(a, b, 0, 2)); to += step;
    v128.store(to, i64x2.shuffle(a, b, 1, 3)); to += step;
    v128.store(to, i64x2.shuffle(c, d, 0, 2)); to += step;
    v128.store(to, i64x2.shuffle(c, d, 1, 3)); to += step;
    p0 += 16; p1 += 16; p2 += 16; p3 += 16;
  }
  for (; k > 0; k--) {
    f32.store(to, f32.load(p0)); f32.store(to, f32.load(p1), 4); f32.store(to, f32.load(p2), 8); f32.store(to, f32.load(p3), 12);
    p0 += 4; p1 += 4; p2 += 4; p3 += 4; to += step;
  }
}

/** Interleaves two rows of k floats. */
export function interleave2(p0: usize, p1: usize, k: i32, to: usize, step: usize): void {
  for (; k >= 4; k -= 4) {
    const x0 = v128.load(p0), x1 = v128.load(p1);
    const a = low(x0, x1), b = high(x0, x1);
    v128.store64_lane(to, a, 0); to += step;
    v128.store64_lane(to, a, 1); to += step;
    v128.store64_lane(to, b, 0); to += step;
    v128.store64_lane(to, b, 1); to += step;
    p0 += 16; p1 += 16;
  }
  for (; k > 0; k--) {
    f32.store(to, f32.load(p0)); f32.store(to, f32.load(p1), 4);
    p0 += 4; p1 += 4; to += step;
  }
}

/** Spreads one row of k floats. */
export function interleave1(p: usize, k: i32, to: usize, step: usize): void {
  for (; k >= 4; k -= 4) {
    const x = v128.load(p);
    v128.store32_lane(to, x, 0); to += step;
    v128.store32_lane(to, x, 1); to += step;
    v128.store32_lane(to, x, 2); to += step;
    v128.store32_lane(to, x, 3); to += step;
    p += 16;
  }
  for (; k > 0; k--) {
    f32.store(to, f32.load(p));
    p += 4; to += step;
  }
}

/** Packs rows whose addresses stand in a table of pointers into [k][rows]. */
export function packPointers(rows: i32, k: i32, table: usize, to: usize): void {
  const step = bytes(rows);
  let r = 0;
  for (; r + 4 <= rows; r += 4) {
    interleave4(load<usize>(table), load<usize>(table, 4), load<usize>(table, 8), load<usize>(table, 12), k, to, step);
    table += 16; to += 16;
  }
  if (r + 2 <= rows) {
    interleave2(load<usize>(table), load<usize>(table, 4), k, to, step);
    table += 8; to += 8; r += 2;
  }
  if (r < rows) interleave1(load<usize>(table), k, to, step);
}

/** Packs rows that lie next to each other for every k (a transposed A) into [k][rows]. */
export function packColumns(rows: i32, k: i32, a: usize, aCol: usize, to: usize): void {
  if (rows == 6) {
    for (; k > 0; k--) { v128.store(to, v128.load(a)); i64.store(to, i64.load(a, 16), 16); a += aCol; to += 24; }
  } else if (rows == 5) {
    for (; k > 0; k--) { v128.store(to, v128.load(a)); f32.store(to, f32.load(a, 16), 16); a += aCol; to += 20; }
  } else if (rows == 4) {
    for (; k > 0; k--) { v128.store(to, v128.load(a)); a += aCol; to += 16; }
  } else {
    for (; k > 0; k--) {
      for (let r = 0; r < rows; r++) f32.store(to + bytes(r), f32.load(a + bytes(r)));
      a += aCol; to += bytes(rows);
    }
  }
}

/** Packs m x k of A (strides in bytes) into panels of ROWS rows; `table` has room for ROWS pointers. */
export function packA(m: i32, k: i32, a: usize, aRow: usize, aCol: usize, table: usize, to: usize): void {
  for (let i = 0; i < m; i += ROWS) {
    const rows = smaller(ROWS, m - i);
    if (aRow == 4) packColumns(rows, k, a, aCol, to);
    else if (aCol == 4) {
      for (let r = 0; r < rows; r++) store<usize>(table + bytes(r), a + <usize>r * aRow);
      packPointers(rows, k, table, to);
    } else {
      for (let r = 0; r < rows; r++) packStrided(k, a + <usize>r * aRow, aCol, to + bytes(r), bytes(rows));
    }
    a += <usize>ROWS * aRow;
    to += bytes(ROWS * k);
  }
}

export function packStrided(k: i32, from: usize, fromStep: usize, to: usize, toStep: usize): void {
  for (; k > 0; k--) {
    f32.store(to, f32.load(from));
    from += fromStep; to += toStep;
  }
}

/** Width of the panel that starts where `left` columns remain. */
// @ts-ignore: decorator
@inline export function panelWidth(left: i32): i32 {
  return left <= 4 ? 4 : 8;
}

/**
 * Packs k x n of B (strides in bytes) into panels; `panelStep` is the distance of panels in bytes, `first` the row of the
 * panels at which this part starts.
 */
export function packB(k: i32, n: i32, b: usize, bRow: usize, bCol: usize, to: usize, panelStep: usize, first: i32): void {
  let j = 0;
  if (bCol == 4) {
    for (; j + 16 <= n; j += 16) {
      copyPanelPair(k, b, bRow, to + bytes(first << 3), panelStep);
      b += 64; to += panelStep << 1;
    }
  }
  for (; j < n; j += 8) {
    const left = n - j;
    const width = panelWidth(left);
    const at = to + bytes(first * width);
    if (left >= 8 && bCol == 4) copyPanel(k, b, bRow, at);
    else if (left >= 8 && bRow == 4) {
      interleave4(b, b + bCol, b + 2 * bCol, b + 3 * bCol, k, at, 32);
      interleave4(b + 4 * bCol, b + 5 * bCol, b + 6 * bCol, b + 7 * bCol, k, at + 16, 32);
    } else if (left == 4 && bRow == 4) interleave4(b, b + bCol, b + 2 * bCol, b + 3 * bCol, k, at, 16);
    else packEdge(k, smaller(left, 8), width, b, bRow, bCol, at);
    b += bCol << 3; to += panelStep;
  }
}

export function copyPanelPair(k: i32, b: usize, bRow: usize, to: usize, panelStep: usize): void {
  let second = to + panelStep;
  for (; k > 0; k--) {
    v128.store(to, v128.load(b)); v128.store(to, v128.load(b, 16), 16);
    v128.store(second, v128.load(b, 32)); v128.store(second, v128.load(b, 48), 16);
    b += bRow; to += 32; second += 32;
  }
}

export function copyPanel(k: i32, b: usize, bRow: usize, to: usize): void {
  for (; k > 0; k--) {
    v128.store(to, v128.load(b)); v128.store(to, v128.load(b, 16), 16);
    b += bRow; to += 32;
  }
}

export function packEdge(k: i32, columns: i32, width: i32, b: usize, bRow: usize, bCol: usize, to: usize): void {
  for (; k > 0; k--) {
    let from = b;
    for (let c = 0; c < width; c++) {
      f32.store(to + bytes(c), c < columns ? f32.load(from) : 0);
      from += bCol;
    }
    b += bRow; to += bytes(width);
  }
}
