// C (+)= A * B by blocks that fit the caches, after Goto and van de Geijn, "Anatomy of High-Performance Matrix
// Multiplication" (2008): packed panels, an outer product of registers inside.
import { bounded, micro } from './micro-kernels';
import { packA, packB, packEdge, panelWidth } from './pack';
import { addFloats, bytes, copyFloats, ROWS, smaller } from './simd';

/** Room for a register block whose columns lie beyond the edge of C, and for the row pointers of one panel. */
export const GEMM_HEAD: usize = 512;

/** One block of rows x width; columns beyond `left` go to a spare place first. */
// @ts-ignore: decorator
@inline function block(rows: i32, width: i32, left: i32, k: i32, a: usize, b: usize, bStep: usize, c: usize, cRow: usize, accumulate: bool, bias: usize, low: f32, high: f32, spare: usize): void {
  if (left >= width) micro(rows, width, k, a, bytes(rows), b, bStep, c, cRow, accumulate, bias, low, high);
  else {
    micro(rows, width, k, a, bytes(rows), b, bStep, spare, 32, false, 0, 0, 0);
    for (let r = 0; r < rows; r++) {
      if (accumulate) addFloats(c, spare, left);
      else copyFloats(c, spare, left);
      if (bias) boundFloats(c, bias, left, low, high);
      c += cRow; spare += 32;
    }
  }
}

/** c = bounded(c + bias) */
function boundFloats(c: usize, bias: usize, count: i32, low: f32, high: f32): void {
  for (let i: usize = 0; i < bytes(count); i += 4) {
    v128.store32_lane(c + i, bounded(f32x4.add(v128.load32_splat(c + i), v128.load32_splat(bias + i)), f32x4.splat(low), f32x4.splat(high)), 0);
  }
}

/** Packed A (m rows) times packed or direct B (n columns): columns outside, so that a panel of B stays in the first cache. */
export function columnsFirst(m: i32, n: i32, k: i32, a: usize, b: usize, panelStep: usize, bStep: usize, tail: usize, c: usize, cRow: usize, accumulate: bool, bias: usize, low: f32, high: f32, spare: usize): void {
  for (let j = 0; j < n; j += 8) {
    const left = n - j;
    const width = panelWidth(left);
    const step = bStep && left >= width ? bStep : bytes(width);
    const panel = left < width && tail ? tail : b;
    let ap = a, cp = c;
    for (let i = 0; i < m; i += ROWS) {
      block(smaller(ROWS, m - i), width, left, k, ap, panel, step, cp, cRow, accumulate, bias, low, high, spare);
      ap += bytes(ROWS * k); cp += <usize>ROWS * cRow;
    }
    b += panelStep; c += 32;
    if (bias) bias += 32;
  }
}

/** The same with rows outside: for a B that stays in the first cache as a whole, so that C is written in order. */
export function rowsFirst(m: i32, n: i32, k: i32, a: usize, b: usize, panelStep: usize, bStep: usize, tail: usize, c: usize, cRow: usize, accumulate: bool, bias: usize, low: f32, high: f32, spare: usize): void {
  for (let i = 0; i < m; i += ROWS) {
    let bp = b;
    for (let j = 0; j < n; j += 8) {
      const left = n - j;
      const width = panelWidth(left);
      const step = bStep && left >= width ? bStep : bytes(width);
      const panel = left < width && tail ? tail : bp;
      block(smaller(ROWS, m - i), width, left, k, a, panel, step, c + bytes(j), cRow, accumulate, bias ? bias + bytes(j) : 0, low, high, spare);
      bp += panelStep;
    }
    a += bytes(ROWS * k); c += <usize>ROWS * cRow;
  }
}

/**
 * Packed A times B; `bStep` 0 means that B is packed too, else it is the byte stride of the rows of a B that is read in place.
 * With a bias C becomes the sum with it, kept from `low` to `high`.
 */
export function macro(m: i32, n: i32, k: i32, a: usize, b: usize, panelStep: usize, bStep: usize, tail: usize, c: usize, cRow: usize, accumulate: bool, bias: usize, low: f32, high: f32, spare: usize): void {
  if (n * k <= 4096) rowsFirst(m, n, k, a, b, panelStep, bStep, tail, c, cRow, accumulate, bias, low, high, spare);
  else columnsFirst(m, n, k, a, b, panelStep, bStep, tail, c, cRow, accumulate, bias, low, high, spare);
}

/** Reads one word per line of a block in order of address, as the prefetcher likes it; panels are read across. */
export function touch(from: usize, size: usize, spare: usize): void {
  let sum: i32 = 0;
  const end = from + size;
  for (; from < end; from += 64) sum |= load<i32>(from);
  store<i32>(spare, sum);
}

/**
 * C[m x n] (+)= A[m x k] * B[k x n], strides in floats. Blocks of mc x kc of A and kc x nc of B are packed into `scratch`
 * (GEMM_HEAD + (mc + 8) * kc + (nc + 8) * kc floats); `direct` reads a B with unit columns in place.
 */
export function gemm(
  m: i32, n: i32, k: i32, a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, c: usize, cRow: i32, accumulate: bool,
  mc: i32, nc: i32, kc: i32, direct: bool, scratch: usize,
): void {
  const aRows = bytes(aRow), aCols = bytes(aCol), bRows = bytes(bRow), bCols = bytes(bCol), cRows = bytes(cRow);
  const apack = scratch + GEMM_HEAD, bpack = apack + bytes((mc + 8) * kc);
  for (let jc = 0; jc < n; jc += nc) {
    const columns = smaller(nc, n - jc);
    for (let pc = 0; pc < k; pc += kc) {
      const depth = smaller(kc, k - pc);
      const add = accumulate || pc > 0;
      const from = b + <usize>pc * bRows + <usize>jc * bCols;
      if (m <= 16) {
        if (direct && n == bRow) touch(from, <usize>depth * bRows, scratch);
        else if (bRow == 1 && depth == bCol) touch(from, <usize>columns * bCols, scratch);
      }
      if (direct) {
        const odd = columns & 7;
        if (odd && odd != 4) packEdge(depth, odd, panelWidth(odd), from + bytes(columns - odd), bRows, 4, bpack);
      } else packB(depth, columns, from, bRows, bCols, bpack, bytes(depth << 3), 0);
      for (let ic = 0; ic < m; ic += mc) {
        const rows = smaller(mc, m - ic);
        packA(rows, depth, a + <usize>ic * aRows + <usize>pc * aCols, aRows, aCols, scratch + 256, apack);
        const to = c + <usize>ic * cRows + bytes(jc);
        if (direct) macro(rows, columns, depth, apack, from, 32, bRows, bpack, to, cRows, add, 0, 0, 0, scratch);
        else macro(rows, columns, depth, apack, bpack, bytes(depth << 3), 0, 0, to, cRows, add, 0, 0, 0, scratch);
      }
    }
  }
}
