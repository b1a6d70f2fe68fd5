import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { WasmContext } from '../wasm/wasm-context.ts';

/**
 * Sum or mean over neighbouring axes that others follow, as for the gradient of a bias or for global pooling; null for the rest,
 * which the stock kernel reduces without a transpose, and for what is not float32.
 */
export function rowSum(context: WasmContext, x: TensorInfo, attrs: NamedAttrMap, mean: boolean): TensorInfo | null {
  const { axis, keepDims } = attrs as unknown as { axis: number | number[]; keepDims?: boolean };
  const axes = util
    .parseAxisParam(axis, [...x.shape])
    .slice()
    .sort((a, b) => a - b);
  const [first = 0] = axes;
  const next = first + axes.length;
  const areNeighbours = axes.length > 0 && next < x.shape.length && axes.every((value, i) => value === first + i);
  const [before, summed, after] = [x.shape.slice(0, first), x.shape.slice(first, next), x.shape.slice(next)];
  const [blocks, rows, columns] = [before, summed, after].map(util.sizeFromShape) as [number, number, number];
  if (!areNeighbours || x.dtype !== 'float32' || blocks * rows * columns === 0) return null;
  const out = context.output([...before, ...(keepDims ? axes.map(() => 1) : []), ...after]);
  const part = context.scratch(4 * columns);
  context.exports.sumRows(blocks, rows, columns, context.address(x), mean ? 1 / rows : 1, context.address(out), part);
  return out;
}
