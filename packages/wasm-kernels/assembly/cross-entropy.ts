// Cross-entropies from logits and their gradients, in one pass each. The host calls with chunks of values or of rows.
import { exp4, log4, logOnePlus4, sigmoid4 } from './exponential';
import { bytes } from './simd';

/** max(z, 0) - z * y + log(1 + exp(-|z|)) */
// @ts-ignore: decorator
@inline function sigmoidEntropy(z: v128, y: v128): v128 {
  const positive = f32x4.max(z, f32x4.splat(0));
  return f32x4.add(f32x4.sub(positive, f32x4.mul(z, y)), logOnePlus4(exp4(f32x4.neg(f32x4.abs(z)))));
}

// @ts-ignore: decorator
@inline function sigmoidSlope(z: v128, y: v128, dy: v128): v128 {
  return f32x4.mul(dy, f32x4.sub(sigmoid4(z), y));
}

export function sigmoidCrossEntropy(count: i32, z: usize, y: usize, out: usize): void {
  for (; count >= 4; count -= 4) {
    v128.store(out, sigmoidEntropy(v128.load(z), v128.load(y)));
    z += 16; y += 16; out += 16;
  }
  for (; count > 0; count--) {
    v128.store32_lane(out, sigmoidEntropy(v128.load32_splat(z), v128.load32_splat(y)), 0);
    z += 4; y += 4; out += 4;
  }
}

/** dz = dy * (sigmoid(z) - y) */
export function sigmoidCrossEntropyGradient(count: i32, z: usize, y: usize, dy: usize, dz: usize): void {
  for (; count >= 4; count -= 4) {
    v128.store(dz, sigmoidSlope(v128.load(z), v128.load(y), v128.load(dy)));
    z += 16; y += 16; dy += 16; dz += 16;
  }
  for (; count > 0; count--) {
    v128.store32_lane(dz, sigmoidSlope(v128.load32_splat(z), v128.load32_splat(y), v128.load32_splat(dy)), 0);
    z += 4; y += 4; dy += 4; dz += 4;
  }
}

// @ts-ignore: decorator
@inline function total(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** Largest of a row; NaN if there is one. */
export function rowMaximum(columns: i32, z: usize): f32 {
  let most = f32x4.splat(-Infinity);
  for (; columns >= 4; columns -= 4) {
    most = f32x4.max(most, v128.load(z));
    z += 16;
  }
  for (; columns > 0; columns--) {
    most = f32x4.max(most, v128.load32_splat(z));
    z += 4;
  }
  most = f32x4.max(most, i32x4.shuffle(most, most, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.max(most, i32x4.shuffle(most, most, 1, 0, 3, 2)), 0);
}

/** out[row] = sum over columns of y * (log(sum of exp(z - top)) - (z - top)), top being the largest z of the row */
export function softmaxCrossEntropy(rows: i32, columns: i32, z: usize, y: usize, out: usize): void {
  for (; rows > 0; rows--) {
    f32.store(out, softmaxEntropyRow(columns, z, y, rowMaximum(columns, z)));
    z += bytes(columns); y += bytes(columns); out += 4;
  }
}

export function softmaxEntropyRow(columns: i32, z: usize, y: usize, maximum: f32): f32 {
  const top = f32x4.splat(maximum), end = z + bytes(columns & ~3);
  let sums = f32x4.splat(0);
  let from = z;
  for (; from < end; from += 16) sums = f32x4.add(sums, exp4(f32x4.sub(v128.load(from), top)));
  let sum = total(sums);
  for (let i = columns & 3; i > 0; i--) {
    sum += f32x4.extract_lane(exp4(f32x4.sub(v128.load32_splat(from), top)), 0);
    from += 4;
  }
  const log = log4(f32x4.splat(sum));
  let costs = f32x4.splat(0);
  for (from = z; from < end; from += 16) {
    costs = f32x4.add(costs, f32x4.mul(v128.load(y), f32x4.sub(log, f32x4.sub(v128.load(from), top))));
    y += 16;
  }
  let cost = total(costs);
  for (let i = columns & 3; i > 0; i--) {
    cost += f32.load(y) * (f32x4.extract_lane(log, 0) - (f32.load(from) - maximum));
    from += 4; y += 4;
  }
  return cost;
}

/** dz = dy[row] * (softmax(z) * sum(y) - y) */
export function softmaxCrossEntropyGradient(rows: i32, columns: i32, z: usize, y: usize, dy: usize, dz: usize): void {
  for (; rows > 0; rows--) {
    softmaxGradientRow(columns, z, y, rowMaximum(columns, z), f32.load(dy), dz);
    z += bytes(columns); y += bytes(columns); dz += bytes(columns); dy += 4;
  }
}

export function softmaxGradientRow(columns: i32, z: usize, y: usize, maximum: f32, dy: f32, dz: usize): void {
  const top = f32x4.splat(maximum), whole = bytes(columns & ~3), all = bytes(columns);
  let sums = f32x4.splat(0), weights = sums;
  for (let at: usize = 0; at < whole; at += 16) {
    const e = exp4(f32x4.sub(v128.load(z + at), top));
    v128.store(dz + at, e);
    sums = f32x4.add(sums, e);
    weights = f32x4.add(weights, v128.load(y + at));
  }
  let sum = total(sums), weight = total(weights);
  for (let at = whole; at < all; at += 4) {
    const e = f32x4.extract_lane(exp4(f32x4.sub(v128.load32_splat(z + at), top)), 0);
    f32.store(dz + at, e);
    sum += e;
    weight += f32.load(y + at);
  }
  const scale = weight / sum;
  for (let at: usize = 0; at < whole; at += 16) {
    const slope = f32x4.sub(f32x4.mul(v128.load(dz + at), f32x4.splat(scale)), v128.load(y + at));
    v128.store(dz + at, f32x4.mul(slope, f32x4.splat(dy)));
  }
  for (let at = whole; at < all; at += 4) f32.store(dz + at, dy * (f32.load(dz + at) * scale - f32.load(y + at)));
}
