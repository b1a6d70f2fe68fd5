// Student's t similarity of four squared distances at a time.

// @ts-ignore: decorator
@inline export function splatAt(address: usize, index: i32): v128 {
  return v128.load32_splat(address + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline export function sum(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

// @ts-ignore: decorator
@inline export function add(a: v128, b: v128): v128 { return f32x4.add(a, b); }
// @ts-ignore: decorator
@inline export function sub(a: v128, b: v128): v128 { return f32x4.sub(a, b); }
// @ts-ignore: decorator
@inline export function mul(a: v128, b: v128): v128 { return f32x4.mul(a, b); }

/** 1 / (1 + d2 / dof). */
// @ts-ignore: decorator
@inline export function ratio(d2: v128, inverseDof: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, add(one, mul(d2, inverseDof)));
}

/** Similarity from a ratio: itself with one degree of freedom, else its power. */
// @ts-ignore: decorator
@inline export function similarity(heavy: bool, r: v128, exponent: v128): v128 {
  return heavy ? power(r, exponent) : r;
}

/** r ^ e for r in (0, 1], to about seven digits: 2 ^ (e * log2 r). */
function power(r: v128, e: v128): v128 {
  return exp2(mul(e, log2(r)));
}

/** log2 of positive normal numbers: the exponent, and atanh's series on a mantissa in [sqrt(1/2), sqrt(2)). */
function log2(r: v128): v128 {
  const half = i32x4.splat(0x3f3504f3);
  const shifted = i32x4.sub(r, half);
  const exponent = i32x4.shr_s(shifted, 23);
  const mantissa = i32x4.sub(r, i32x4.shl(exponent, 23));
  const t = f32x4.div(sub(mantissa, f32x4.splat(1)), add(mantissa, f32x4.splat(1)));
  const t2 = mul(t, t);
  let series = add(f32x4.splat(2.885390 / 7), mul(t2, f32x4.splat(2.885390 / 9)));
  series = add(f32x4.splat(2.885390 / 5), mul(t2, series));
  series = add(f32x4.splat(2.885390 / 3), mul(t2, series));
  series = add(f32x4.splat(2.8853900817779268), mul(t2, series));
  return add(f32x4.convert_i32x4_s(exponent), mul(t, series));
}

/** 2 ^ x for x in [-126, 0]; smaller x give 2 ^ -126. */
function exp2(x: v128): v128 {
  const bounded = f32x4.max(x, f32x4.splat(-126));
  const whole = f32x4.nearest(bounded);
  const f = mul(sub(bounded, whole), f32x4.splat(0.6931471805599453));
  let series = add(f32x4.splat(1.0 / 120), mul(f, f32x4.splat(1.0 / 720)));
  series = add(f32x4.splat(1.0 / 24), mul(f, series));
  series = add(f32x4.splat(1.0 / 6), mul(f, series));
  series = add(f32x4.splat(0.5), mul(f, series));
  series = add(f32x4.splat(1), mul(f, series));
  series = add(f32x4.splat(1), mul(f, series));
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return mul(series, scale);
}
