// Tensors as rows of channels: y[r, c] from x[r, c] and values per channel. The host calls with chunks of rows.
import { bytes } from './simd';

/** y = x + bias */
export function addBias(rows: i32, columns: i32, x: usize, bias: usize, y: usize): void {
  for (; rows > 0; rows--) {
    let c = 0;
    for (; c + 4 <= columns; c += 4) {
      v128.store(y, f32x4.add(v128.load(x), v128.load(bias + bytes(c))));
      x += 16; y += 16;
    }
    for (; c < columns; c++) {
      f32.store(y, f32.load(x) + f32.load(bias + bytes(c)));
      x += 4; y += 4;
    }
  }
}

/** Every row of y = factor * row. */
export function repeatRow(rows: i32, columns: i32, row: usize, factor: f32, y: usize): void {
  const f = f32x4.splat(factor);
  if (columns == 1) {
    const v = f32x4.mul(v128.load32_splat(row), f);
    for (; rows >= 4; rows -= 4) { v128.store(y, v); y += 16; }
    for (; rows > 0; rows--) { v128.store32_lane(y, v, 0); y += 4; }
    return;
  }
  for (; rows > 0; rows--) {
    let c = 0;
    for (; c + 4 <= columns; c += 4) { v128.store(y, f32x4.mul(v128.load(row + bytes(c)), f)); y += 16; }
    for (; c < columns; c++) { f32.store(y, f32.load(row + bytes(c)) * factor); y += 4; }
  }
}

/** out[segment of row r] += x[r] for the rows whose segment exists. */
export function segmentSum(rows: i32, columns: i32, x: usize, segments: usize, count: i32, out: usize, integer: bool): void {
  for (; rows > 0; rows--) {
    const segment = load<i32>(segments);
    if (<u32>segment < <u32>count) {
      const to = out + bytes(segment * columns);
      let c = 0;
      for (; c + 4 <= columns; c += 4) {
        const at = to + bytes(c), a = v128.load(at), b = v128.load(x + bytes(c));
        v128.store(at, integer ? i32x4.add(a, b) : f32x4.add(a, b));
      }
      for (; c < columns; c++) {
        const at = to + bytes(c), from = x + bytes(c);
        if (integer) store<i32>(at, load<i32>(at) + load<i32>(from));
        else f32.store(at, f32.load(at) + f32.load(from));
      }
    }
    x += bytes(columns); segments += 4;
  }
}

export function fillZeros(address: usize, count: i32): void {
  memory.fill(address, 0, bytes(count));
}
