// Batch normalisation over rows of channels: y = (x - mean) * rsqrt(variance + epsilon) * scale + offset.
import { addFloats, bytes, smaller } from './simd';

/** Rows that are added one by one before their sum joins the total; bounds the rounding error. */
const BLOCK: i32 = 128;

/** factor[c] = scale / sqrt(variance + epsilon); scale 0 stands for one. */
export function normFactor(columns: i32, variance: usize, scale: usize, epsilon: f32, factor: usize): void {
  for (let c = 0; c < columns; c++) {
    const s: f32 = scale ? f32.load(scale + bytes(c)) : 1;
    f32.store(factor + bytes(c), s / sqrt<f32>(f32.load(variance + bytes(c)) + epsilon));
  }
}

/** y = (x - mean) * factor + offset; offset 0 stands for none. */
export function normalizeRows(rows: i32, columns: i32, x: usize, mean: usize, factor: usize, offset: usize, y: usize): void {
  for (; rows > 0; rows--) {
    let c = 0;
    for (; c + 4 <= columns; c += 4) {
      const at = bytes(c);
      let v = f32x4.mul(f32x4.sub(v128.load(x), v128.load(mean + at)), v128.load(factor + at));
      if (offset) v = f32x4.add(v, v128.load(offset + at));
      v128.store(y, v);
      x += 16; y += 16;
    }
    for (; c < columns; c++) {
      const at = bytes(c);
      let v: f32 = (f32.load(x) - f32.load(mean + at)) * f32.load(factor + at);
      if (offset) v += f32.load(offset + at);
      f32.store(y, v);
      x += 4; y += 4;
    }
  }
}

/** dx = dy * factor */
export function multiplyRows(rows: i32, columns: i32, dy: usize, factor: usize, dx: usize): void {
  for (; rows > 0; rows--) {
    let c = 0;
    for (; c + 4 <= columns; c += 4) {
      v128.store(dx, f32x4.mul(v128.load(dy), v128.load(factor + bytes(c))));
      dy += 16; dx += 16;
    }
    for (; c < columns; c++) {
      f32.store(dx, f32.load(dy) * f32.load(factor + bytes(c)));
      dy += 4; dx += 4;
    }
  }
}

/** sums[c] = sum of dy, products[c] = sum of dy * (x - mean); `parts` is scratch for two rows. */
export function normSums(rows: i32, columns: i32, x: usize, dy: usize, mean: usize, sums: usize, products: usize, parts: usize): void {
  const row = bytes(columns);
  memory.fill(sums, 0, row);
  memory.fill(products, 0, row);
  for (let r = 0; r < rows; r += BLOCK) {
    const count = smaller(BLOCK, rows - r);
    normSumsBlock(count, columns, x, dy, mean, parts, parts + row);
    addFloats(sums, parts, columns);
    addFloats(products, parts + row, columns);
    x += <usize>count * row; dy += <usize>count * row;
  }
}

export function normSumsBlock(rows: i32, columns: i32, x: usize, dy: usize, mean: usize, sums: usize, products: usize): void {
  const step = bytes(columns);
  let c = 0;
  for (; c + 8 <= columns; c += 8) {
    const m0 = v128.load(mean), m1 = v128.load(mean, 16);
    let s0 = f32x4.splat(0), s1 = s0, p0 = s0, p1 = s0, xs = x, gs = dy;
    for (let r = 0; r < rows; r++) {
      const g0 = v128.load(gs), g1 = v128.load(gs, 16);
      s0 = f32x4.add(s0, g0); s1 = f32x4.add(s1, g1);
      p0 = f32x4.add(p0, f32x4.mul(g0, f32x4.sub(v128.load(xs), m0)));
      p1 = f32x4.add(p1, f32x4.mul(g1, f32x4.sub(v128.load(xs, 16), m1)));
      xs += step; gs += step;
    }
    v128.store(sums, s0); v128.store(sums, s1, 16);
    v128.store(products, p0); v128.store(products, p1, 16);
    x += 32; dy += 32; mean += 32; sums += 32; products += 32;
  }
  for (; c < columns; c++) {
    let s: f32 = 0, p: f32 = 0, xs = x, gs = dy;
    const m = f32.load(mean);
    for (let r = 0; r < rows; r++) {
      const g = f32.load(gs);
      s += g; p += g * (f32.load(xs) - m);
      xs += step; gs += step;
    }
    f32.store(sums, s); f32.store(products, p);
    x += 4; dy += 4; mean += 4; sums += 4; products += 4;
  }
}

/** Turns both sums into the gradients of mean, variance and scale; that of the offset is the first sum itself. */
export function normGradients(
  columns: i32, sums: usize, products: usize, variance: usize, scale: usize, epsilon: f32, dMean: usize, dVariance: usize, dScale: usize,
): void {
  for (let c = 0; c < columns; c++) {
    const at = bytes(c);
    const s: f32 = scale ? f32.load(scale + at) : 1;
    const root: f32 = 1 / sqrt<f32>(f32.load(variance + at) + epsilon);
    const p = f32.load(products + at);
    f32.store(dMean + at, -root * s * f32.load(sums + at));
    f32.store(dVariance + at, -0.5 * root * root * root * s * p);
    f32.store(dScale + at, root * p);
  }
}
