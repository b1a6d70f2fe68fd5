// Helpers that every kernel shares. Addresses are bytes, counts are floats.

// Rows of the largest micro-kernel: twelve accumulators leave room for the operands only when multiply-add is one
// instruction; without it the product needs a register of its own.
export const ROWS: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 5;

// @ts-ignore: decorator
@inline export function fma(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  else return f32x4.add(c, f32x4.mul(a, b));
}

// @ts-ignore: decorator
@inline export function smaller(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

// @ts-ignore: decorator
@inline export function bytes(floats: i32): usize {
  return <usize>floats << 2;
}

export function copyFloats(to: usize, from: usize, count: i32): void {
  for (; count >= 4; count -= 4) {
    v128.store(to, v128.load(from));
    to += 16;
    from += 16;
  }
  for (; count > 0; count--) {
    f32.store(to, f32.load(from));
    to += 4;
    from += 4;
  }
}

export function addFloats(to: usize, from: usize, count: i32): void {
  for (; count >= 4; count -= 4) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    to += 16;
    from += 16;
  }
  for (; count > 0; count--) {
    f32.store(to, f32.load(to) + f32.load(from));
    to += 4;
    from += 4;
  }
}
