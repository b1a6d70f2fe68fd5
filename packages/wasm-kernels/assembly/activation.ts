// Gradients of activations, one pass. A factor is multiplied, never selected, so that NaN and infinity pass as in the
// reference, which multiplies too.

/** Floats per call of an inner function: short calls reach the optimising compiler soon. */
const CHUNK: i32 = 4096;

/** dx = dy * step(x), where step(NaN) is NaN. */
export function reluGradient(count: i32, x: usize, dy: usize, dx: usize): void {
  for (; count > 0; count -= CHUNK) {
    reluGradientChunk(count < CHUNK ? count : CHUNK, x, dy, dx);
    x += CHUNK << 2; dy += CHUNK << 2; dx += CHUNK << 2;
  }
}

// @ts-ignore: decorator
@inline function step(x: v128): v128 {
  const one = v128.and(f32x4.splat(1), f32x4.gt(x, f32x4.splat(0)));
  return v128.or(one, f32x4.ne(x, x));
}

export function reluGradientChunk(count: i32, x: usize, dy: usize, dx: usize): void {
  for (; count >= 4; count -= 4) {
    v128.store(dx, f32x4.mul(v128.load(dy), step(v128.load(x))));
    x += 16; dy += 16; dx += 16;
  }
  for (; count > 0; count--) {
    v128.store32_lane(dx, f32x4.mul(v128.load32_splat(dy), step(v128.load32_splat(x))), 0);
    x += 4; dy += 4; dx += 4;
  }
}
