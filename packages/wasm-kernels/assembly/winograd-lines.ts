// One-dimensional Winograd transforms of four channels at once, for tiles of four outputs: F(4, 3) with the points
// 0, 1, -1, 2, -2, infinity and F(4, 2) with 0, 1, -1, 2, infinity. y = A'[(G g) . (B' d)]; after Lavin and Gray, "Fast
// Algorithms for Convolutional Neural Networks" (2016). `from` and `to` are lines with a step in bytes.

// @ts-ignore: decorator
@inline function twice(x: v128): v128 {
  return f32x4.add(x, x);
}

// @ts-ignore: decorator
@inline function times(x: v128, factor: f32): v128 {
  return f32x4.mul(x, f32x4.splat(factor));
}

// @ts-ignore: decorator
@inline function plus(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

// @ts-ignore: decorator
@inline function minus(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

/** B' d: taps + 3 values to as many. */
// @ts-ignore: decorator
@inline export function inputLine(taps: i32, from: usize, step: usize, to: usize, toStep: usize): void {
  const x0 = v128.load(from), x1 = v128.load(from + step), x2 = v128.load(from + 2 * step);
  const x3 = v128.load(from + 3 * step), x4 = v128.load(from + 4 * step);
  if (taps == 3) {
    const x5 = v128.load(from + 5 * step);
    const near = minus(x4, x2), far = twice(minus(x3, x1));
    v128.store(to, plus(minus(times(x0, 4), times(x2, 5)), x4));
    v128.store(to + toStep, minus(times(plus(x1, x2), 4), plus(x3, x4)));
    v128.store(to + 2 * toStep, plus(times(minus(x2, x1), 4), minus(x3, x4)));
    v128.store(to + 3 * toStep, plus(far, near));
    v128.store(to + 4 * toStep, minus(near, far));
    v128.store(to + 5 * toStep, plus(minus(times(x1, 4), times(x3, 5)), x5));
  } else {
    const odd = minus(x3, x1);
    v128.store(to, plus(twice(minus(x0, x2)), odd));
    v128.store(to + toStep, minus(plus(twice(x1), x2), x3));
    v128.store(to + 2 * toStep, minus(minus(times(x2, 3), twice(x1)), x3));
    v128.store(to + 3 * toStep, odd);
    v128.store(to + 4 * toStep, plus(minus(x4, x2), twice(minus(x1, x3))));
  }
}

/** G g: taps values to taps + 3. */
// @ts-ignore: decorator
@inline export function filterLine(taps: i32, from: usize, step: usize, to: usize, toStep: usize): void {
  const g0 = v128.load(from), g1 = v128.load(from + step);
  if (taps == 3) {
    const g2 = v128.load(from + 2 * step);
    const outer = times(plus(g0, g2), 1.0 / 6.0), inner = times(g1, 1.0 / 6.0);
    const even = plus(times(g0, 1.0 / 24.0), times(g2, 1.0 / 6.0)), odd = times(g1, 1.0 / 12.0);
    v128.store(to, times(g0, 0.25));
    v128.store(to + toStep, plus(outer, inner));
    v128.store(to + 2 * toStep, minus(outer, inner));
    v128.store(to + 3 * toStep, plus(even, odd));
    v128.store(to + 4 * toStep, minus(even, odd));
    v128.store(to + 5 * toStep, g2);
  } else {
    v128.store(to, times(g0, 0.5));
    v128.store(to + toStep, times(plus(g0, g1), 0.5));
    v128.store(to + 2 * toStep, times(minus(g0, g1), 1.0 / 6.0));
    v128.store(to + 3 * toStep, plus(times(g0, 1.0 / 6.0), times(g1, 1.0 / 3.0)));
    v128.store(to + 4 * toStep, g1);
  }
}

/** A' m: taps + 3 values to four. */
// @ts-ignore: decorator
@inline export function outputLine(taps: i32, from: usize, step: usize, to: usize, toStep: usize): void {
  const m0 = v128.load(from), m1 = v128.load(from + step), m2 = v128.load(from + 2 * step);
  const m3 = v128.load(from + 3 * step), m4 = v128.load(from + 4 * step);
  const sum = plus(m1, m2), difference = minus(m1, m2);
  let even = m3, odd = m3, last = m4;
  if (taps == 3) {
    even = plus(m3, m4);
    odd = minus(m3, m4);
    last = v128.load(from + 5 * step);
  }
  v128.store(to, plus(plus(m0, sum), even));
  v128.store(to + toStep, plus(difference, twice(odd)));
  v128.store(to + 2 * toStep, plus(sum, times(even, 4)));
  v128.store(to + 3 * toStep, plus(plus(difference, times(odd, 8)), last));
}

/** A y, the transpose of the output transform: four values to taps + 3. */
// @ts-ignore: decorator
@inline export function gradientLine(taps: i32, from: usize, step: usize, to: usize, toStep: usize): void {
  const y0 = v128.load(from), y1 = v128.load(from + step), y2 = v128.load(from + 2 * step), y3 = v128.load(from + 3 * step);
  const even = plus(y0, y2), odd = plus(y1, y3);
  const even2 = plus(y0, times(y2, 4)), odd2 = plus(twice(y1), times(y3, 8));
  v128.store(to, y0);
  v128.store(to + toStep, plus(even, odd));
  v128.store(to + 2 * toStep, minus(even, odd));
  v128.store(to + 3 * toStep, plus(even2, odd2));
  if (taps == 3) {
    v128.store(to + 4 * toStep, minus(even2, odd2));
    v128.store(to + 5 * toStep, y3);
  } else v128.store(to + 4 * toStep, y3);
}

/** G' u, the transpose of the filter transform: taps + 3 values to taps. */
// @ts-ignore: decorator
@inline export function filterGradientLine(taps: i32, from: usize, step: usize, to: usize, toStep: usize): void {
  const u0 = v128.load(from), u1 = v128.load(from + step), u2 = v128.load(from + 2 * step);
  const u3 = v128.load(from + 3 * step), u4 = v128.load(from + 4 * step);
  if (taps == 3) {
    const u5 = v128.load(from + 5 * step);
    const near = plus(u1, u2), far = plus(u3, u4);
    v128.store(to, plus(plus(times(u0, 0.25), times(near, 1.0 / 6.0)), times(far, 1.0 / 24.0)));
    v128.store(to + toStep, plus(times(minus(u1, u2), 1.0 / 6.0), times(minus(u3, u4), 1.0 / 12.0)));
    v128.store(to + 2 * toStep, plus(times(plus(near, far), 1.0 / 6.0), u5));
  } else {
    v128.store(to, plus(times(plus(u0, u1), 0.5), times(plus(u2, u3), 1.0 / 6.0)));
    v128.store(to + toStep, plus(plus(times(u1, 0.5), times(u3, 1.0 / 3.0)), minus(u4, times(u2, 1.0 / 6.0))));
  }
}
