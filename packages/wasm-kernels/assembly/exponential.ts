// exp, log and tanh of four floats at a time, without tables: a table would be a data segment in the backend's memory.
// Polynomials of Moshier's Cephes library (expf, tanhf); errors of one or two units in the last place.
import { fma } from './simd';

/** exp(x); 0 and infinity beyond what floats hold, NaN for NaN. */
// @ts-ignore: decorator
@inline export function exp4(x: v128): v128 {
  x = f32x4.min(f32x4.max(x, f32x4.splat(-104)), f32x4.splat(89));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  const p = expFraction(r);
  // 2^n as a product of two halves, since n reaches beyond the exponents of floats
  const whole = i32x4.trunc_sat_f32x4_s(n), half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(p, power2(half)), power2(i32x4.sub(whole, half)));
}

/** exp(r) for |r| <= log(2) / 2. */
// @ts-ignore: decorator
@inline function expFraction(r: v128): v128 {
  let p = fma(f32x4.splat(1.9875691500e-4), r, f32x4.splat(1.3981999507e-3));
  p = fma(p, r, f32x4.splat(8.3334519073e-3));
  p = fma(p, r, f32x4.splat(4.1665795894e-2));
  p = fma(p, r, f32x4.splat(1.6666665459e-1));
  p = fma(p, r, f32x4.splat(5.0000001201e-1));
  return f32x4.add(fma(p, f32x4.mul(r, r), r), f32x4.splat(1));
}

// @ts-ignore: decorator
@inline function power2(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** log((1 + t) / (1 - t)) for |t| <= 1/3, by its series. */
// @ts-ignore: decorator
@inline function logRatio(t: v128): v128 {
  const s = f32x4.mul(t, t);
  let p = fma(f32x4.splat(2.0 / 15), s, f32x4.splat(2.0 / 13));
  p = fma(p, s, f32x4.splat(2.0 / 11));
  p = fma(p, s, f32x4.splat(2.0 / 9));
  p = fma(p, s, f32x4.splat(2.0 / 7));
  p = fma(p, s, f32x4.splat(2.0 / 5));
  p = fma(p, s, f32x4.splat(2.0 / 3));
  p = fma(p, s, f32x4.splat(2));
  return f32x4.mul(p, t);
}

/** log(1 + x) for x in [0, 1], exact to the last digits for small x too. */
// @ts-ignore: decorator
@inline export function logOnePlus4(x: v128): v128 {
  return logRatio(f32x4.div(x, f32x4.add(x, f32x4.splat(2))));
}

/** log(x) of positive normal numbers; NaN for NaN. */
// @ts-ignore: decorator
@inline export function log4(x: v128): v128 {
  const one = f32x4.splat(1);
  // x = m * 2^n with m in [sqrt(1/2), sqrt(2)): the bits of sqrt(1/2) are taken off before the exponent is read
  const shifted = i32x4.sub(x, i32x4.splat(0x3f3504f3));
  const n = f32x4.convert_i32x4_s(i32x4.shr_s(shifted, 23));
  const m = i32x4.add(v128.and(shifted, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
  const part = logRatio(f32x4.div(f32x4.sub(m, one), f32x4.add(m, one)));
  const log = f32x4.add(f32x4.mul(n, f32x4.splat(0.693359375)), f32x4.add(f32x4.mul(n, f32x4.splat(-2.12194440e-4)), part));
  return v128.bitselect(log, x, f32x4.eq(x, x));
}

/** exp(x) for x in [-87, 87], where it is a normal float. Nonsense for NaN. */
// @ts-ignore: decorator
@inline function expMiddle4(x: v128): v128 {
  // added to a small number this leaves the nearest whole number in the last bits
  const shift = f32x4.splat(12582912);
  const shifted = fma(x, f32x4.splat(1.44269504088896341), shift), n = f32x4.sub(shifted, shift);
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  return i32x4.add(expFraction(r), i32x4.shl(shifted, 23));
}

/** 1 / (1 + exp(-x)); 0 where it would be smaller than the normal floats, whose arithmetic is slow. NaN for NaN. */
// @ts-ignore: decorator
@inline export function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1), end = f32x4.splat(87), start = f32x4.splat(-87);
  const y = f32x4.div(one, f32x4.add(one, expMiddle4(f32x4.neg(f32x4.pmin(f32x4.pmax(x, start), end)))));
  return v128.bitselect(v128.and(y, f32x4.ge(x, start)), x, f32x4.eq(x, x));
}

// @ts-ignore: decorator
@inline export function tanh4(x: v128): v128 {
  const one = f32x4.splat(1), size = f32x4.abs(x), s = f32x4.mul(x, x);
  let p = fma(f32x4.splat(-5.70498872745e-3), s, f32x4.splat(2.06390887954e-2));
  p = fma(p, s, f32x4.splat(-5.37397155531e-2));
  p = fma(p, s, f32x4.splat(1.33314422036e-1));
  p = fma(p, s, f32x4.splat(-3.33332819422e-1));
  const near = fma(f32x4.mul(p, s), x, x);
  const far = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(expMiddle4(f32x4.pmin(f32x4.add(size, size), f32x4.splat(87))), one)));
  const signed = v128.or(far, v128.and(x, i32x4.splat(0x80000000)));
  return v128.bitselect(v128.bitselect(near, signed, f32x4.lt(size, f32x4.splat(0.625))), x, f32x4.eq(x, x));
}
