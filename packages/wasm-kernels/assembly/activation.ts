// Activations and their gradients, one pass. Formulas and order of operations are those of the reference, so that NaN and
// infinity take the same way. The host calls with chunks.
import { tanh4 } from './exponential';

const RELU: i32 = 0;
const RELU6: i32 = 1;
const LEAKY_RELU: i32 = 2;
const ELU: i32 = 3;
const SIGMOID: i32 = 4;
const TANH: i32 = 5;
const SQUARE: i32 = 6;

/** 1 above zero, 0 from zero down, NaN for NaN. */
// @ts-ignore: decorator
@inline function step(x: v128): v128 {
  const one = v128.and(f32x4.splat(1), f32x4.gt(x, f32x4.splat(0)));
  return v128.or(one, f32x4.ne(x, x));
}

/** The gradient from dy and what was saved: the input x, or the output for elu, sigmoid and tanh. */
// @ts-ignore: decorator
@inline function gradient(kind: i32, x: v128, dy: v128, alpha: v128): v128 {
  const one = f32x4.splat(1);
  if (kind == RELU) return f32x4.mul(dy, step(x));
  if (kind == RELU6) return f32x4.mul(dy, f32x4.mul(v128.and(one, f32x4.le(x, f32x4.splat(6))), step(x)));
  if (kind == LEAKY_RELU) return v128.bitselect(dy, f32x4.mul(dy, alpha), f32x4.gt(x, f32x4.splat(0)));
  if (kind == ELU) return v128.bitselect(dy, f32x4.mul(dy, f32x4.add(x, one)), f32x4.ge(x, f32x4.splat(0)));
  if (kind == SIGMOID) return f32x4.mul(dy, f32x4.mul(x, f32x4.sub(one, x)));
  if (kind == TANH) return f32x4.mul(f32x4.sub(one, f32x4.mul(x, x)), dy);
  return f32x4.mul(dy, f32x4.mul(x, f32x4.splat(2)));
}

// @ts-ignore: decorator
@inline function walk(kind: i32, count: i32, x: usize, dy: usize, dx: usize, alpha: f32): void {
  const slope = f32x4.splat(alpha);
  for (; count >= 4; count -= 4) {
    v128.store(dx, gradient(kind, v128.load(x), v128.load(dy), slope));
    x += 16; dy += 16; dx += 16;
  }
  for (; count > 0; count--) {
    v128.store32_lane(dx, gradient(kind, v128.load32_splat(x), v128.load32_splat(dy), slope), 0);
    x += 4; dy += 4; dx += 4;
  }
}

export function reluGradient(count: i32, x: usize, dy: usize, dx: usize, alpha: f32): void {
  walk(RELU, count, x, dy, dx, alpha);
}

export function relu6Gradient(count: i32, x: usize, dy: usize, dx: usize, alpha: f32): void {
  walk(RELU6, count, x, dy, dx, alpha);
}

export function leakyReluGradient(count: i32, x: usize, dy: usize, dx: usize, alpha: f32): void {
  walk(LEAKY_RELU, count, x, dy, dx, alpha);
}

export function eluGradient(count: i32, y: usize, dy: usize, dx: usize, alpha: f32): void {
  walk(ELU, count, y, dy, dx, alpha);
}

export function sigmoidGradient(count: i32, y: usize, dy: usize, dx: usize, alpha: f32): void {
  walk(SIGMOID, count, y, dy, dx, alpha);
}

export function tanhGradient(count: i32, y: usize, dy: usize, dx: usize, alpha: f32): void {
  walk(TANH, count, y, dy, dx, alpha);
}

export function squareGradient(count: i32, x: usize, dy: usize, dx: usize, alpha: f32): void {
  walk(SQUARE, count, x, dy, dx, alpha);
}

/** y = x < 0 ? alpha * x : x */
export function leakyRelu(count: i32, x: usize, y: usize, alpha: f32): void {
  const slope = f32x4.splat(alpha), zero = f32x4.splat(0);
  for (; count >= 4; count -= 4) {
    const v = v128.load(x);
    v128.store(y, v128.bitselect(f32x4.mul(v, slope), v, f32x4.lt(v, zero)));
    x += 16; y += 16;
  }
  for (; count > 0; count--) {
    const v = f32.load(x);
    f32.store(y, v < 0 ? alpha * v : v);
    x += 4; y += 4;
  }
}

export function tanh(count: i32, x: usize, y: usize): void {
  for (; count >= 4; count -= 4) {
    v128.store(y, tanh4(v128.load(x)));
    x += 16; y += 16;
  }
  for (; count > 0; count--) {
    v128.store32_lane(y, tanh4(v128.load32_splat(x)), 0);
    x += 4; y += 4;
  }
}
