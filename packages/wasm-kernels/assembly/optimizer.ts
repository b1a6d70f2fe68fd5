// One step of an optimizer over one variable, in place, in one pass over memory. The formulas are those of TensorFlow.js.
//
// Shares that add up to one come in pairs, since 1 - beta is rounded after the subtraction. The host calls
// with chunks of a variable.
/** 1 / (sqrt(v * correction) + epsilon) times m * rate, subtracted from keep * value. */
export function adam(
  count: i32, value: usize, gradient: usize, m: usize, v: usize, beta1: f32, rest1: f32, beta2: f32, rest2: f32, rate: f32, correction: f32, epsilon: f32, keep: f32,
): void {
  const b1 = f32x4.splat(beta1), c1 = f32x4.splat(rest1), b2 = f32x4.splat(beta2), c2 = f32x4.splat(rest2);
  const r = f32x4.splat(rate), c = f32x4.splat(correction), e = f32x4.splat(epsilon), w = f32x4.splat(keep);
  for (; count >= 4; count -= 4) {
    const g = v128.load(gradient);
    const first = f32x4.add(f32x4.mul(v128.load(m), b1), f32x4.mul(g, c1));
    const second = f32x4.add(f32x4.mul(v128.load(v), b2), f32x4.mul(f32x4.mul(g, g), c2));
    const step = f32x4.div(f32x4.mul(first, r), f32x4.add(f32x4.sqrt(f32x4.mul(second, c)), e));
    v128.store(m, first);
    v128.store(v, second);
    v128.store(value, f32x4.sub(f32x4.mul(v128.load(value), w), step));
    value += 16; gradient += 16; m += 16; v += 16;
  }
  for (; count > 0; count--) {
    const g = f32.load(gradient);
    const first: f32 = f32.load(m) * beta1 + g * rest1;
    const second: f32 = f32.load(v) * beta2 + g * g * rest2;
    f32.store(m, first);
    f32.store(v, second);
    f32.store(value, f32.load(value) * keep - (first * rate) / (sqrt<f32>(second * correction) + epsilon));
    value += 4; gradient += 4; m += 4; v += 4;
  }
}

/** value -= rate * m / (u + epsilon), u the decaying largest absolute gradient. */
export function adamax(count: i32, value: usize, gradient: usize, m: usize, u: usize, beta1: f32, rest1: f32, beta2: f32, rate: f32, epsilon: f32): void {
  const b1 = f32x4.splat(beta1), c1 = f32x4.splat(rest1), b2 = f32x4.splat(beta2), r = f32x4.splat(rate), e = f32x4.splat(epsilon);
  for (; count >= 4; count -= 4) {
    const g = v128.load(gradient);
    const first = f32x4.add(f32x4.mul(v128.load(m), b1), f32x4.mul(g, c1));
    const norm = f32x4.max(f32x4.mul(v128.load(u), b2), f32x4.abs(g));
    v128.store(m, first);
    v128.store(u, norm);
    v128.store(value, f32x4.sub(v128.load(value), f32x4.mul(r, f32x4.div(first, f32x4.add(norm, e)))));
    value += 16; gradient += 16; m += 16; u += 16;
  }
  for (; count > 0; count--) {
    const g = f32.load(gradient);
    const first: f32 = f32.load(m) * beta1 + g * rest1;
    const norm = max<f32>(f32.load(u) * beta2, abs<f32>(g));
    f32.store(m, first);
    f32.store(u, norm);
    f32.store(value, f32.load(value) - rate * (first / (norm + epsilon)));
    value += 4; gradient += 4; m += 4; u += 4;
  }
}

/** Root mean square propagation; `mean` is 0 unless the square of the mean gradient is taken off. */
export function rmsProp(
  count: i32, value: usize, gradient: usize, square: usize, moment: usize, decay: f32, rest: f32, momentum: f32, rate: f32, epsilon: f32,
): void {
  const d = f32x4.splat(decay), c = f32x4.splat(rest), p = f32x4.splat(momentum), r = f32x4.splat(rate), e = f32x4.splat(epsilon);
  for (; count >= 4; count -= 4) {
    const g = v128.load(gradient);
    const s = f32x4.add(f32x4.mul(v128.load(square), d), f32x4.mul(f32x4.mul(g, g), c));
    const step = f32x4.add(f32x4.mul(v128.load(moment), p), f32x4.div(f32x4.mul(g, r), f32x4.sqrt(f32x4.add(s, e))));
    v128.store(square, s);
    v128.store(moment, step);
    v128.store(value, f32x4.sub(v128.load(value), step));
    value += 16; gradient += 16; square += 16; moment += 16;
  }
  for (; count > 0; count--) {
    const g = f32.load(gradient);
    const s: f32 = f32.load(square) * decay + g * g * rest;
    const step: f32 = f32.load(moment) * momentum + (g * rate) / sqrt<f32>(s + epsilon);
    f32.store(square, s);
    f32.store(moment, step);
    f32.store(value, f32.load(value) - step);
    value += 4; gradient += 4; square += 4; moment += 4;
  }
}

export function rmsPropCentred(
  count: i32, value: usize, gradient: usize, square: usize, moment: usize, mean: usize, decay: f32, rest: f32, momentum: f32, rate: f32, epsilon: f32,
): void {
  for (; count > 0; count--) {
    const g = f32.load(gradient);
    const s: f32 = f32.load(square) * decay + g * g * rest;
    const a: f32 = f32.load(mean) * decay + g * rest;
    const step: f32 = f32.load(moment) * momentum + (g * rate) / sqrt<f32>(s - (a * a + epsilon));
    f32.store(square, s);
    f32.store(mean, a);
    f32.store(moment, step);
    f32.store(value, f32.load(value) - step);
    value += 4; gradient += 4; square += 4; moment += 4; mean += 4;
  }
}

/** accumulation = momentum * accumulation + gradient; value -= rate * accumulation, or Nesterov's look ahead. */
export function momentum(count: i32, value: usize, gradient: usize, accumulation: usize, rate: f32, keep: f32, nesterov: bool): void {
  const p = f32x4.splat(keep), r = f32x4.splat(rate);
  for (; count >= 4; count -= 4) {
    const g = v128.load(gradient), a = f32x4.add(f32x4.mul(p, v128.load(accumulation)), g);
    const step = nesterov ? f32x4.add(g, f32x4.mul(a, p)) : a;
    v128.store(accumulation, a);
    v128.store(value, f32x4.sub(v128.load(value), f32x4.mul(r, step)));
    value += 16; gradient += 16; accumulation += 16;
  }
  for (; count > 0; count--) {
    const g = f32.load(gradient), a: f32 = keep * f32.load(accumulation) + g;
    f32.store(accumulation, a);
    f32.store(value, f32.load(value) - rate * (nesterov ? g + a * keep : a));
    value += 4; gradient += 4; accumulation += 4;
  }
}

/** value -= rate * gradient */
export function sgd(count: i32, value: usize, gradient: usize, rate: f32): void {
  const r = f32x4.splat(rate);
  for (; count >= 4; count -= 4) {
    v128.store(value, f32x4.sub(v128.load(value), f32x4.mul(r, v128.load(gradient))));
    value += 16; gradient += 16;
  }
  for (; count > 0; count--) {
    f32.store(value, f32.load(value) - rate * f32.load(gradient));
    value += 4; gradient += 4;
  }
}
