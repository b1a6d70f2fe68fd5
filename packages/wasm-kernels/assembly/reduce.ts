// Sums over axes in the middle: [blocks, rows, columns] -> [blocks, columns].
import { addFloats, bytes, smaller } from './simd';

/** Rows that are added one by one before their sum joins the total; bounds the rounding error. */
const BLOCK: i32 = 128;

/** out[b, c] = scale * sum of x[b, r, c] over r; `part` is scratch for one row. */
export function sumRows(blocks: i32, rows: i32, columns: i32, x: usize, scale: f32, out: usize, part: usize): void {
  for (; blocks > 0; blocks--) {
    sumBlock(rows, columns, x, scale, out, part);
    x += bytes(rows * columns);
    out += bytes(columns);
  }
}

export function sumBlock(rows: i32, columns: i32, x: usize, scale: f32, out: usize, part: usize): void {
  memory.fill(out, 0, bytes(columns));
  for (let r = 0; r < rows; r += BLOCK) {
    const count = smaller(BLOCK, rows - r);
    if (columns < 16) sumNarrow(count, columns, x, part);
    else sumWide(count, columns, x, part);
    addFloats(out, part, columns);
    x += bytes(count * columns);
  }
  for (let c = 0; c < columns; c++) f32.store(out + bytes(c), f32.load(out + bytes(c)) * scale);
}

/** Columns four by four, so that the sums stay in registers. */
export function sumWide(rows: i32, columns: i32, x: usize, out: usize): void {
  let c = 0;
  const step = bytes(columns);
  for (; c + 16 <= columns; c += 16) {
    let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, at = x;
    for (let r = 0; r < rows; r++) {
      a0 = f32x4.add(a0, v128.load(at)); a1 = f32x4.add(a1, v128.load(at, 16));
      a2 = f32x4.add(a2, v128.load(at, 32)); a3 = f32x4.add(a3, v128.load(at, 48));
      at += step;
    }
    v128.store(out, a0); v128.store(out, a1, 16); v128.store(out, a2, 32); v128.store(out, a3, 48);
    x += 64; out += 64;
  }
  for (; c < columns; c++) {
    let a: f32 = 0, at = x;
    for (let r = 0; r < rows; r++) { a += f32.load(at); at += step; }
    f32.store(out, a);
    x += 4; out += 4;
  }
}

export function sumNarrow(rows: i32, columns: i32, x: usize, out: usize): void {
  memory.fill(out, 0, bytes(columns));
  for (; rows > 0; rows--) {
    addFloats(out, x, columns);
    x += bytes(columns);
  }
}
