// What follows a matrix product while its rows are still in the cache: bias and activation.
import { bytes } from './simd';

// Numbers of the fused activations, shared with the host: 0 linear, 1 relu, 2 relu6, 3 leakyrelu.

// @ts-ignore: decorator
@inline export function activate(v: v128, activation: i32, alpha: v128): v128 {
  const zero = f32x4.splat(0);
  // bitselect, not max: a NaN stays a NaN
  if (activation == 1) return v128.bitselect(zero, v, f32x4.lt(v, zero));
  if (activation == 2) {
    v = v128.bitselect(zero, v, f32x4.lt(v, zero));
    return v128.bitselect(f32x4.splat(6), v, f32x4.gt(v, f32x4.splat(6)));
  }
  if (activation == 3) return v128.bitselect(f32x4.mul(v, alpha), v, f32x4.lt(v, zero));
  return v;
}

/** Rows of `columns` floats: y = activation(y + bias). */
export function finishRows(rows: i32, columns: i32, y: usize, bias: usize, activation: i32, alpha: f32): void {
  for (; rows > 0; rows--) {
    finishRow(columns, y, bias, activation, alpha);
    y += bytes(columns);
  }
}

export function finishRow(columns: i32, y: usize, bias: usize, activation: i32, alpha: f32): void {
  const slope = f32x4.splat(alpha);
  let j = 0;
  for (; j + 4 <= columns; j += 4) {
    let v = v128.load(y);
    if (bias) { v = f32x4.add(v, v128.load(bias)); bias += 16; }
    v128.store(y, activate(v, activation, slope));
    y += 16;
  }
  for (; j < columns; j++) {
    let v = v128.load32_splat(y);
    if (bias) { v = f32x4.add(v, v128.load32_splat(bias)); bias += 4; }
    v128.store32_lane(y, activate(v, activation, slope), 0);
    y += 4;
  }
}
