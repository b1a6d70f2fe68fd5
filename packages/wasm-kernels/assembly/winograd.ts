// Convolutions of 3 x 3 (stride 1) and 2 x 2 taps by Winograd's algorithm, in tiles of 4 x 4 outputs: one small matrix
// product per place of the transformed tile, with a quarter (or 2.56 times fewer) of the multiplications.
//
// A 4 x 4 convolution of stride 2 is a sum over the four phases of its input, each with 2 x 2 taps: the phases stand side by
// side as channels. Its input gradient is one convolution of 2 x 2 taps per phase of its output.
import { macro } from './gemm';
import { packA } from './pack';
import { bytes, smaller } from './simd';
import { transformFilterBlock, transformFilterGradients, transformFilters } from './winograd-filters';
import { depthOf, padded, placeBytes, places, Winograd } from './winograd-shape';
import { transformGradients, transformInputs, transformOutputs } from './winograd-tiles';

/** output = activation(input * weights + bias). */
export function winogradConvolve(winograd: usize): void {
  const w = changetype<Winograd>(winograd);
  if (w.columnBlock) convolveFewTiles(w);
  else convolveTiles(w);
}

/** The filter is transformed as a whole, then serves block after block of tiles. */
export function convolveTiles(w: Winograd): void {
  const depth = depthOf(w), columns = w.outChannels, size = places(w);
  transformFilters(w);
  for (let t = 0; t < w.tiles; t += w.tileBlock) {
    const count = smaller(w.tileBlock, w.tiles - t);
    transformInputs(w, t, count);
    for (let p = 0; p < size; p++) {
      const from = w.inputs + <usize>p * placeBytes(w.tileBlock * depth), to = w.products + <usize>p * placeBytes(w.tileBlock * columns);
      for (let k = 0; k < depth; k += w.depthBlock) {
        const rows = smaller(w.depthBlock, depth - k);
        const b = w.filters + <usize>p * placeBytes(depth * padded(columns)) + bytes(k * padded(columns));
        packA(count, rows, from + bytes(k), bytes(depth), 4, w.spare + 256, w.packedA);
        macro(count, columns, rows, w.packedA, b, bytes(rows << 3), 0, 0, to, bytes(columns), k > 0, 0, 0, 0, w.spare);
      }
    }
    transformOutputs(w, t, count);
  }
}

/** A large filter and one block of few tiles: each part of the filter is used where it was transformed, in the cache. */
export function convolveFewTiles(w: Winograd): void {
  const depth = depthOf(w), columns = w.outChannels, size = places(w);
  const aPlace = placeBytes((w.tiles + 8) * w.depthBlock), bPlace = placeBytes(w.depthBlock * w.columnBlock);
  transformInputs(w, 0, w.tiles);
  for (let k = 0; k < depth; k += w.depthBlock) {
    const rows = smaller(w.depthBlock, depth - k);
    for (let p = 0; p < size; p++) {
      const from = w.inputs + <usize>p * placeBytes(w.tileBlock * depth) + bytes(k);
      packA(w.tiles, rows, from, bytes(depth), 4, w.spare + 256, w.packedA + <usize>p * aPlace);
    }
    for (let n = 0; n < columns; n += w.columnBlock) {
      const count = smaller(w.columnBlock, columns - n);
      transformFilterBlock(w, k, rows, n, count, w.filters, bPlace);
      for (let p = 0; p < size; p++) {
        const to = w.products + <usize>p * placeBytes(w.tileBlock * columns) + bytes(n);
        macro(w.tiles, count, rows, w.packedA + <usize>p * aPlace, w.filters + <usize>p * bPlace, bytes(rows << 3), 0, 0, to, bytes(columns), k > 0, 0, 0, 0, w.spare);
      }
    }
  }
  transformOutputs(w, 0, w.tiles);
}

/** weights = gradient of the filter, from the input and from dy at `output`. */
export function winogradFilterGradient(winograd: usize): void {
  const w = changetype<Winograd>(winograd);
  const depth = depthOf(w), columns = w.outChannels, size = places(w);
  for (let t = 0; t < w.tiles; t += w.tileBlock) {
    const count = smaller(w.tileBlock, w.tiles - t);
    transformInputs(w, t, count);
    transformGradients(w, t, count);
    for (let k = 0; k < depth; k += w.depthBlock) {
      const rows = smaller(w.depthBlock, depth - k);
      for (let p = 0; p < size; p++) {
        const a = w.inputs + <usize>p * placeBytes(w.tileBlock * depth) + bytes(k);
        const b = w.products + <usize>p * placeBytes(w.tileBlock * padded(columns));
        packA(rows, count, a, 4, bytes(depth), w.spare + 256, w.packedA);
        macro(rows, columns, count, w.packedA, b, bytes(count << 3), 0, 0, w.filters + <usize>p * placeBytes(w.depthBlock * columns), bytes(columns), false, 0, 0, 0, w.spare);
      }
      transformFilterGradients(w, k, rows, t > 0);
    }
  }
}

/** Whether all values are finite: Winograd's sums would spread a NaN or an infinity over its whole tile. */
export function allFinite(count: i32, x: usize): bool {
  const zero = f32x4.splat(0);
  let a = zero, b = zero;
  for (; count >= 8; count -= 8) {
    a = f32x4.add(a, f32x4.mul(v128.load(x), zero));
    b = f32x4.add(b, f32x4.mul(v128.load(x, 16), zero));
    x += 32;
  }
  for (; count > 0; count--) {
    a = f32x4.add(a, f32x4.mul(v128.load32_splat(x), zero));
    x += 4;
  }
  return i32x4.all_true(f32x4.eq(f32x4.add(a, b), zero));
}
