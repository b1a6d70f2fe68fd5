import type { TensorInfo } from '@tensorflow/tfjs-core';
import { broadcast_util, util } from '@tensorflow/tfjs-core';
import type { WasmContext } from '../wasm/wasm-context.ts';
import { matrix, multiply } from './matrix.ts';

/** Which of the two matrices are transposed. */
export interface Transposes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/**
 * Matrix products over broadcast batch dimensions; null if the stock kernel has to answer: not float32, matrices that do not
 * fit together, nothing to add up.
 */
export function batchedProduct(
  context: WasmContext,
  a: TensorInfo,
  b: TensorInfo,
  { transposeA, transposeB }: Transposes,
): TensorInfo | null {
  if (a.dtype !== 'float32' || b.dtype !== 'float32' || a.shape.length < 2 || b.shape.length < 2) return null;
  const [aRows, aColumns] = a.shape.slice(-2) as [number, number];
  const [bRows, bColumns] = b.shape.slice(-2) as [number, number];
  const [m, k] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const [n, bDepth] = transposeB ? [bRows, bColumns] : [bColumns, bRows];
  if (k !== bDepth || k === 0) return null;
  const outer = broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const out = context.output([...outer, m, n]);
  if (util.sizeFromShape(out.shape) === 0) return out;
  const aIndex = batchIndices(a.shape.slice(0, -2), outer);
  const bIndex = batchIndices(b.shape.slice(0, -2), outer);
  aIndex.forEach((from, batch) => {
    const left = matrix(context.address(a) + 4 * from * m * k, m, k, transposeA);
    const right = matrix(context.address(b) + 4 * bIndex[batch]! * k * n, k, n, transposeB);
    multiply(context, [m, n, k], left, right, context.address(out) + 4 * batch * m * n);
  });
  return out;
}

/** For every batch of the output in order, the batch of an operand that belongs to it. */
function batchIndices(shape: readonly number[], outer: readonly number[]): number[] {
  let indices = [0];
  const padded = [...new Array<number>(outer.length - shape.length).fill(1), ...shape];
  outer.forEach((size, axis) => {
    const own = padded[axis]!;
    indices = indices.flatMap((base) => Array.from({ length: size }, (_, i) => base * own + (own === 1 ? 0 : i)));
  });
  return indices;
}
