// Gradients of pooling, NHWC, four channels at a time.
import { bytes, smaller } from './simd';

/**
 * Gives dy to the first largest value of each window. As in the reference, NaN never wins, and a window without a value
 * above minus infinity gives to nobody.
 */
export function maxPoolGradient(
  x: usize, dy: usize, dx: usize, batch: i32, height: i32, width: i32, channels: i32, filterHeight: i32, filterWidth: i32,
  strideHeight: i32, strideWidth: i32, dilationHeight: i32, dilationWidth: i32, top: i32, left: i32, outHeight: i32, outWidth: i32,
): void {
  memory.fill(dx, 0, bytes(batch * height * width * channels));
  const pixel = bytes(channels), row = bytes(width * channels);
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i++) {
      let h0 = i * strideHeight - top;
      const h1 = smaller(h0 + filterHeight * dilationHeight, height);
      while (h0 < 0) h0 += dilationHeight;
      for (let j = 0; j < outWidth; j++) {
        let w0 = j * strideWidth - left;
        const w1 = smaller(w0 + filterWidth * dilationWidth, width);
        while (w0 < 0) w0 += dilationWidth;
        const at = <usize>(n * height + h0) * row + <usize>w0 * pixel;
        const rows = h0 < h1 ? (h1 - h0 + dilationHeight - 1) / dilationHeight : 0;
        const columns = w0 < w1 ? (w1 - w0 + dilationWidth - 1) / dilationWidth : 0;
        maxWindow(x + at, dy, dx + at, rows, columns, channels, <usize>dilationHeight * row, <usize>dilationWidth * pixel);
        dy += pixel;
      }
    }
  }
}

export function maxWindow(x: usize, dy: usize, dx: usize, rows: i32, columns: i32, channels: i32, row: usize, pixel: usize): void {
  let c = 0;
  for (; c + 4 <= channels; c += 4) {
    let best = f32x4.splat(-Infinity), where = i32x4.splat(-1), index = i32x4.splat(0);
    const one = i32x4.splat(1);
    for (let r = 0; r < rows; r++) {
      let at = x + <usize>r * row;
      for (let k = 0; k < columns; k++) {
        const v = v128.load(at), better = f32x4.gt(v, best);
        best = v128.bitselect(v, best, better);
        where = v128.bitselect(index, where, better);
        index = i32x4.add(index, one);
        at += pixel;
      }
    }
    const g = v128.load(dy);
    index = i32x4.splat(0);
    for (let r = 0; r < rows; r++) {
      let at = dx + <usize>r * row;
      for (let k = 0; k < columns; k++) {
        v128.store(at, f32x4.add(v128.load(at), v128.and(g, i32x4.eq(where, index))));
        index = i32x4.add(index, one);
        at += pixel;
      }
    }
    x += 16; dy += 16; dx += 16;
  }
  for (; c < channels; c++) {
    let best = -f32.MAX_VALUE * 2, where: usize = 0, found = false;
    for (let r = 0; r < rows; r++) {
      let at = <usize>r * row;
      for (let k = 0; k < columns; k++) {
        const v = f32.load(x + at);
        if (v > best) { best = v; where = at; found = true; }
        at += pixel;
      }
    }
    if (found) f32.store(dx + where, f32.load(dx + where) + f32.load(dy));
    x += 4; dy += 4; dx += 4;
  }
}

/** Spreads dy / (filterHeight * filterWidth) over each window, as the reference does, which counts padding too. */
export function averagePoolGradient(
  dy: usize, dx: usize, batch: i32, height: i32, width: i32, channels: i32, filterHeight: i32, filterWidth: i32,
  strideHeight: i32, strideWidth: i32, dilationHeight: i32, dilationWidth: i32, top: i32, left: i32, outHeight: i32, outWidth: i32,
): void {
  memory.fill(dx, 0, bytes(batch * height * width * channels));
  const pixel = bytes(channels), share: f32 = 1 / <f32>(filterHeight * filterWidth);
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i++) {
      for (let j = 0; j < outWidth; j++) {
        for (let kh = 0; kh < filterHeight; kh++) {
          const h = i * strideHeight - top + kh * dilationHeight;
          if (h < 0 || h >= height) continue;
          for (let kw = 0; kw < filterWidth; kw++) {
            const w = j * strideWidth - left + kw * dilationWidth;
            if (w >= 0 && w < width) addShare(channels, dy, share, dx + <usize>((n * height + h) * width + w) * pixel);
          }
        }
        dy += pixel;
      }
    }
  }
}

export function addShare(channels: i32, dy: usize, share: f32, dx: usize): void {
  const s = f32x4.splat(share);
  let c = 0;
  for (; c + 4 <= channels; c += 4) {
    v128.store(dx, f32x4.add(v128.load(dx), f32x4.mul(v128.load(dy), s)));
    dy += 16; dx += 16;
  }
  for (; c < channels; c++) {
    f32.store(dx, f32.load(dx) + f32.load(dy) * share);
    dy += 4; dx += 4;
  }
}
