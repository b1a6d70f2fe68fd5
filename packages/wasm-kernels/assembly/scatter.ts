// Gradient of a convolution's input for few input channels: one matrix product over all taps and channels at once, whose rows
// are then added to the windows of their pixels. The phases of `convolve` would leave most of a panel of B empty.
import { macro } from './gemm';
import { packA, packB } from './pack';
import { addFloats, bytes, smaller } from './simd';

/** Written by the host, field by field, as 32-bit words. */
@unmanaged
export class Scatter {
  dy: usize;
  filter: usize;
  dx: usize;
  images: i32;
  outHeight: i32;
  outWidth: i32;
  outChannels: i32;
  inHeight: i32;
  inWidth: i32;
  inChannels: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideHeight: i32;
  strideWidth: i32;
  dilationHeight: i32;
  top: i32;
  left: i32;
  // Blocks and scratch.
  pixelBlock: i32;
  depthBlock: i32;
  packedA: usize;
  packedB: usize;
  block: usize;
  spare: usize;
}

/** dx = the sum over pixels of dy[pixel] * filter^T, each at the window of its pixel. */
export function convolveScatter(scatter: usize): void {
  const s = changetype<Scatter>(scatter);
  const depth = s.outChannels, columns = s.filterHeight * s.filterWidth * s.inChannels;
  const pixels = s.images * s.outHeight * s.outWidth, panels = (columns + 7) >> 3;
  memory.fill(s.dx, 0, bytes(s.images * s.inHeight) * <usize>(s.inWidth * s.inChannels));
  let b = s.packedB;
  for (let k = 0; k < depth; k += s.depthBlock) {
    const rows = smaller(s.depthBlock, depth - k);
    packB(rows, columns, s.filter + bytes(k), 4, bytes(depth), b, bytes(rows << 3), 0);
    b += bytes((panels * rows) << 3);
  }
  for (let p = 0; p < pixels; p += s.pixelBlock) {
    const count = smaller(s.pixelBlock, pixels - p);
    b = s.packedB;
    for (let k = 0; k < depth; k += s.depthBlock) {
      const rows = smaller(s.depthBlock, depth - k);
      packA(count, rows, s.dy + <usize>p * bytes(depth) + bytes(k), bytes(depth), 4, s.spare + 256, s.packedA);
      macro(count, columns, rows, s.packedA, b, bytes(rows << 3), 0, 0, s.block, bytes(columns), k > 0, 0, 0, 0, s.spare);
      b += bytes((panels * rows) << 3);
    }
    addWindows(s, p, count);
  }
}

/** Adds the rows of the block to the windows of pixels first .. first + count; what lies outside the picture is dropped. */
export function addWindows(s: Scatter, first: i32, count: i32): void {
  const channels = s.inChannels, line = bytes(s.filterWidth * channels), row = bytes(s.inWidth * channels);
  let j = first % s.outWidth;
  const at = first / s.outWidth;
  let i = at % s.outHeight, n = at / s.outHeight;
  let from = s.block;
  for (let p = 0; p < count; p++) {
    const top = i * s.strideHeight - s.top, left = j * s.strideWidth - s.left;
    const skip = left < 0 ? -left : 0;
    const length = (smaller(s.filterWidth, s.inWidth - left) - skip) * channels;
    const to = s.dx + <usize>(n * s.inHeight) * row + bytes((left + skip) * channels);
    for (let h = 0; h < s.filterHeight; h++) {
      const y = top + h * s.dilationHeight;
      if (length > 0 && y >= 0 && y < s.inHeight) addFloats(to + <usize>y * row, from + bytes(skip * channels), length);
      from += line;
    }
    if (++j == s.outWidth) {
      j = 0;
      if (++i == s.outHeight) { i = 0; n++; }
    }
  }
}
