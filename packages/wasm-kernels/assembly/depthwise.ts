// Geometry and gradients of depthwise convolutions, NHWC. `multiplier` outputs belong to each input channel, side by side.
import { bytes, fma } from './simd';

/** A pair of addresses that meet in one product. */
@unmanaged
class Meeting {
  dy: usize;
  weights: usize;
}
const MEETING_BYTES: usize = 8;

/** Written by the host, field by field, as 32-bit words. */
@unmanaged
export class Depthwise {
  x: usize;
  dy: usize;
  filter: usize;
  batch: i32;
  height: i32;
  width: i32;
  channels: i32;
  multiplier: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideHeight: i32;
  strideWidth: i32;
  dilationHeight: i32;
  dilationWidth: i32;
  top: i32;
  left: i32;
  outHeight: i32;
  outWidth: i32;
  meetings: usize;
}

/** Writes the gradient to `x`: for each of its pixels, all taps that the pixel met. */
export function depthwiseInputGradient(depthwise: usize): void {
  const d = changetype<Depthwise>(depthwise);
  let to = d.x;
  for (let n = 0; n < d.batch; n++) {
    for (let i = 0; i < d.height; i++) {
      for (let j = 0; j < d.width; j++) {
        const count = meet(d, n, i, j);
        if (d.multiplier == 1) inputPixel(count, d.channels, d.meetings, to);
        else inputPixelMany(count, d.channels, d.multiplier, d.meetings, to);
        to += bytes(d.channels);
      }
    }
  }
}

/** Lists where the pixel (n, i, j) met the filter; returns how often. */
export function meet(d: Depthwise, n: i32, i: i32, j: i32): i32 {
  const outChannels = d.channels * d.multiplier;
  let at = d.meetings, count = 0;
  for (let kh = 0; kh < d.filterHeight; kh++) {
    const h = i + d.top - kh * d.dilationHeight;
    if (h < 0 || h % d.strideHeight != 0 || h / d.strideHeight >= d.outHeight) continue;
    for (let kw = 0; kw < d.filterWidth; kw++) {
      const w = j + d.left - kw * d.dilationWidth;
      if (w < 0 || w % d.strideWidth != 0 || w / d.strideWidth >= d.outWidth) continue;
      const meeting = changetype<Meeting>(at);
      meeting.dy = d.dy + bytes(((n * d.outHeight + h / d.strideHeight) * d.outWidth + w / d.strideWidth) * outChannels);
      meeting.weights = d.filter + bytes((kh * d.filterWidth + kw) * outChannels);
      at += MEETING_BYTES;
      count++;
    }
  }
  return count;
}

export function inputPixel(count: i32, channels: i32, meetings: usize, to: usize): void {
  let c = 0;
  for (; c + 8 <= channels; c += 8) {
    let s0 = f32x4.splat(0), s1 = s0, at = meetings;
    const offset = bytes(c);
    for (let k = 0; k < count; k++) {
      const meeting = changetype<Meeting>(at), dy = meeting.dy + offset, w = meeting.weights + offset;
      s0 = fma(v128.load(dy), v128.load(w), s0);
      s1 = fma(v128.load(dy, 16), v128.load(w, 16), s1);
      at += MEETING_BYTES;
    }
    v128.store(to, s0); v128.store(to, s1, 16);
    to += 32;
  }
  for (; c < channels; c++) {
    let s: f32 = 0, at = meetings;
    for (let k = 0; k < count; k++) {
      const meeting = changetype<Meeting>(at);
      s += f32.load(meeting.dy + bytes(c)) * f32.load(meeting.weights + bytes(c));
      at += MEETING_BYTES;
    }
    f32.store(to, s);
    to += 4;
  }
}

export function inputPixelMany(count: i32, channels: i32, multiplier: i32, meetings: usize, to: usize): void {
  for (let c = 0; c < channels; c++) {
    let s: f32 = 0, at = meetings;
    for (let k = 0; k < count; k++) {
      const meeting = changetype<Meeting>(at);
      for (let m = 0; m < multiplier; m++) {
        const offset = bytes(c * multiplier + m);
        s += f32.load(meeting.dy + offset) * f32.load(meeting.weights + offset);
      }
      at += MEETING_BYTES;
    }
    f32.store(to, s);
    to += 4;
  }
}

/** Writes the gradient to `filter`: line by line of dy, each tap times the line of x that it saw. */
export function depthwiseFilterGradient(depthwise: usize): void {
  const d = changetype<Depthwise>(depthwise);
  const outChannels = d.channels * d.multiplier;
  memory.fill(d.filter, 0, bytes(d.filterHeight * d.filterWidth * outChannels));
  for (let n = 0; n < d.batch; n++) {
    for (let i = 0; i < d.outHeight; i++) {
      const dy = d.dy + bytes((n * d.outHeight + i) * d.outWidth * outChannels);
      for (let kh = 0; kh < d.filterHeight; kh++) {
        const h = i * d.strideHeight - d.top + kh * d.dilationHeight;
        if (h < 0 || h >= d.height) continue;
        filterLine(d, d.x + bytes((n * d.height + h) * d.width * d.channels), dy, kh);
      }
    }
  }
}

export function filterLine(d: Depthwise, x: usize, dy: usize, kh: i32): void {
  const outChannels = d.channels * d.multiplier;
  for (let kw = 0; kw < d.filterWidth; kw++) {
    const shift = kw * d.dilationWidth - d.left;
    // the places j of dy whose tap j * stride + shift lies inside the line
    const from = shift >= 0 ? 0 : (-shift + d.strideWidth - 1) / d.strideWidth;
    const last = d.width - 1 - shift;
    if (last < 0) continue;
    let to = last / d.strideWidth + 1;
    if (to > d.outWidth) to = d.outWidth;
    if (from >= to) continue;
    const xs = x + bytes((from * d.strideWidth + shift) * d.channels), gs = dy + bytes(from * outChannels);
    const out = d.filter + bytes((kh * d.filterWidth + kw) * outChannels);
    const step = bytes(d.strideWidth * d.channels);
    if (d.multiplier == 1) tapLine(to - from, d.channels, xs, step, gs, out);
    else tapLineMany(to - from, d.channels, d.multiplier, xs, step, gs, out);
  }
}

/** out[c] += sum of x[p, c] * dy[p, c] */
export function tapLine(pixels: i32, channels: i32, x: usize, xStep: usize, dy: usize, out: usize): void {
  const dyStep = bytes(channels);
  let c = 0;
  for (; c + 16 <= channels; c += 16) {
    let s0 = v128.load(out), s1 = v128.load(out, 16), s2 = v128.load(out, 32), s3 = v128.load(out, 48), xs = x, gs = dy;
    for (let p = 0; p < pixels; p++) {
      s0 = fma(v128.load(xs), v128.load(gs), s0);
      s1 = fma(v128.load(xs, 16), v128.load(gs, 16), s1);
      s2 = fma(v128.load(xs, 32), v128.load(gs, 32), s2);
      s3 = fma(v128.load(xs, 48), v128.load(gs, 48), s3);
      xs += xStep; gs += dyStep;
    }
    v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, s2, 32); v128.store(out, s3, 48);
    x += 64; dy += 64; out += 64;
  }
  for (; c + 4 <= channels; c += 4) {
    let s = v128.load(out), xs = x, gs = dy;
    for (let p = 0; p < pixels; p++) {
      s = fma(v128.load(xs), v128.load(gs), s);
      xs += xStep; gs += dyStep;
    }
    v128.store(out, s);
    x += 16; dy += 16; out += 16;
  }
  for (; c < channels; c++) {
    let s = f32.load(out), xs = x, gs = dy;
    for (let p = 0; p < pixels; p++) {
      s += f32.load(xs) * f32.load(gs);
      xs += xStep; gs += dyStep;
    }
    f32.store(out, s);
    x += 4; dy += 4; out += 4;
  }
}

export function tapLineMany(pixels: i32, channels: i32, multiplier: i32, x: usize, xStep: usize, dy: usize, out: usize): void {
  for (; pixels > 0; pixels--) {
    for (let c = 0; c < channels; c++) {
      const v = f32.load(x + bytes(c));
      for (let m = 0; m < multiplier; m++) {
        const at = bytes(c * multiplier + m);
        f32.store(out + at, f32.load(out + at) + v * f32.load(dy + at));
      }
    }
    x += xStep; dy += bytes(channels * multiplier);
  }
}
