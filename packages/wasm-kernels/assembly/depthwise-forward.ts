// Depthwise convolution forward, NHWC, one output for each input channel: four outputs of a line and eight channels at a time.
import { Depthwise } from './depthwise';
import { activate } from './finish';
import { bytes, copyFloats, fma, smaller } from './simd';

/** What a line of outputs needs besides the geometry. Written by the host, field by field, as 32-bit words. */
@unmanaged
export class DepthwiseForward {
  geometry: usize;
  bias: usize;
  activation: i32;
  alpha: f32;
  /** Floats of a line with its padding; 0 if lines need none and are read where they are. */
  padded: i32;
  /** How many lines the filter spans, and room for as many padded ones. */
  span: i32;
  lines: usize;
  /** A line of zeros. */
  zeros: usize;
  /** Addresses of the lines that the filter's rows see. */
  table: usize;
}

/** y = activation(x * filter + bias), where `x`, `dy` and `filter` of the geometry are input, output and filter. */
export function depthwiseForward(forward: usize): void {
  const f = changetype<DepthwiseForward>(forward), d = changetype<Depthwise>(f.geometry);
  const line = bytes(d.width * d.channels), lineOut = bytes(d.outWidth * d.channels);
  const padded = f.padded > 0 ? f.padded : d.width * d.channels;
  memory.fill(f.zeros, 0, bytes(padded));
  if (f.padded > 0) memory.fill(f.lines, 0, bytes(f.span * f.padded));
  let x = d.x, to = d.dy;
  for (let n = 0; n < d.batch; n++) {
    let known = 0;
    for (let i = 0; i < d.outHeight; i++) {
      known = fetchLines(f, d, x, i, known);
      depthwiseLine(f, d, to);
      to += lineOut;
    }
    x += line * d.height;
  }
}

/** Lists the lines that outputs `i` see, and pads those of them from `known` on. Returns the first that is not padded. */
export function fetchLines(f: DepthwiseForward, d: Depthwise, x: usize, i: i32, known: i32): i32 {
  const line = d.width * d.channels, first = i * d.strideHeight - d.top, end = smaller(first + f.span, d.height);
  if (f.padded > 0) {
    for (let h = known > first ? known : first; h < end; h++) {
      copyFloats(slot(f, h) + bytes(d.left * d.channels), x + bytes(h * line), line);
    }
  }
  for (let kh = 0; kh < d.filterHeight; kh++) {
    const h = first + kh * d.dilationHeight;
    const from = h < 0 || h >= d.height ? f.zeros : f.padded > 0 ? slot(f, h) : x + bytes(h * line);
    store<usize>(f.table + (<usize>kh << 2), from);
  }
  return end > known ? end : known;
}

// @ts-ignore: decorator
@inline function slot(f: DepthwiseForward, h: i32): usize {
  return f.lines + bytes((h % f.span) * f.padded);
}

/** One line of outputs, in fours; the last four overlap those before them, and are fewer where the line is short. */
export function depthwiseLine(f: DepthwiseForward, d: Depthwise, to: usize): void {
  const last = d.outWidth - 1, step = bytes(d.strideWidth * d.channels), pixel = bytes(d.channels);
  const x1 = <usize>smaller(1, last), x2 = <usize>smaller(2, last), x3 = <usize>smaller(3, last);
  for (let j = 0; j <= last; j += 4) {
    const at = <usize>(last < 3 ? 0 : smaller(j, last - 3));
    depthwiseTile(f, d, at * step, x1 * step, x2 * step, x3 * step, to + at * pixel, x1 * pixel, x2 * pixel, x3 * pixel);
  }
}

/** Four outputs whose windows begin at `shift` and x1, x2, x3 bytes behind it; written to `to` and y1, y2, y3 behind it. */
export function depthwiseTile(
  f: DepthwiseForward, d: Depthwise, shift: usize, x1: usize, x2: usize, x3: usize, to: usize, y1: usize, y2: usize, y3: usize,
): void {
  const channels = d.channels, pixel = bytes(channels), tap = pixel * d.dilationWidth;
  const filterHeight = d.filterHeight, filterWidth = d.filterWidth;
  const bias = f.bias, activation = f.activation, alpha = f32x4.splat(f.alpha);
  let c = 0;
  for (; c + 8 <= channels; c += 8) {
    const offset = bytes(c);
    let a0 = f32x4.splat(0), b0 = a0, a1 = a0, b1 = a0, a2 = a0, b2 = a0, a3 = a0, b3 = a0, w = d.filter + offset;
    for (let kh = 0; kh < filterHeight; kh++) {
      let x = load<usize>(f.table + (<usize>kh << 2)) + shift + offset;
      for (let kw = 0; kw < filterWidth; kw++) {
        const wa = v128.load(w), wb = v128.load(w, 16);
        a0 = fma(v128.load(x), wa, a0); b0 = fma(v128.load(x, 16), wb, b0);
        a1 = fma(v128.load(x + x1), wa, a1); b1 = fma(v128.load(x + x1, 16), wb, b1);
        a2 = fma(v128.load(x + x2), wa, a2); b2 = fma(v128.load(x + x2, 16), wb, b2);
        a3 = fma(v128.load(x + x3), wa, a3); b3 = fma(v128.load(x + x3, 16), wb, b3);
        x += tap; w += pixel;
      }
    }
    const at = to + offset;
    let v = bias ? v128.load(bias + offset) : f32x4.splat(0);
    v128.store(at, activate(f32x4.add(a0, v), activation, alpha)); v128.store(at + y1, activate(f32x4.add(a1, v), activation, alpha));
    v128.store(at + y2, activate(f32x4.add(a2, v), activation, alpha)); v128.store(at + y3, activate(f32x4.add(a3, v), activation, alpha));
    if (bias) v = v128.load(bias + offset, 16);
    v128.store(at, activate(f32x4.add(b0, v), activation, alpha), 16);
    v128.store(at + y1, activate(f32x4.add(b1, v), activation, alpha), 16);
    v128.store(at + y2, activate(f32x4.add(b2, v), activation, alpha), 16);
    v128.store(at + y3, activate(f32x4.add(b3, v), activation, alpha), 16);
  }
  for (; c < channels; c += 4) {
    // the last four channels overlap those before them
    const offset = bytes(smaller(c, channels - 4));
    let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, w = d.filter + offset;
    for (let kh = 0; kh < filterHeight; kh++) {
      let x = load<usize>(f.table + (<usize>kh << 2)) + shift + offset;
      for (let kw = 0; kw < filterWidth; kw++) {
        const wa = v128.load(w);
        a0 = fma(v128.load(x), wa, a0); a1 = fma(v128.load(x + x1), wa, a1);
        a2 = fma(v128.load(x + x2), wa, a2); a3 = fma(v128.load(x + x3), wa, a3);
        x += tap; w += pixel;
      }
    }
    const at = to + offset, v = bias ? v128.load(bias + offset) : f32x4.splat(0);
    v128.store(at, activate(f32x4.add(a0, v), activation, alpha)); v128.store(at + y1, activate(f32x4.add(a1, v), activation, alpha));
    v128.store(at + y2, activate(f32x4.add(a2, v), activation, alpha)); v128.store(at + y3, activate(f32x4.add(a3, v), activation, alpha));
  }
}
