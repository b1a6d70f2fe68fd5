import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { WasmContext } from '../wasm/wasm-context.ts';

/**
 * Sum or mean over leading axes, as for the gradient of a bias; null for other axes, which the stock kernel reduces without a
 * transpose, and for what is not float32.
 */
export function leadingSum(context: WasmContext, x: TensorInfo, attrs: NamedAttrMap, mean: boolean): TensorInfo | null {
  const { axis, keepDims } = attrs as unknown as { axis: number | number[]; keepDims?: boolean };
  const axes = util
    .parseAxisParam(axis, [...x.shape])
    .slice()
    .sort((a, b) => a - b);
  const leading = axes.length > 0 && axes.length < x.shape.length && axes.every((value, i) => value === i);
  const rows = util.sizeFromShape(x.shape.slice(0, axes.length));
  const columns = util.sizeFromShape(x.shape.slice(axes.length));
  if (!leading || x.dtype !== 'float32' || rows === 0 || columns === 0) return null;
  const kept = x.shape.slice(axes.length);
  const out = context.output(keepDims ? [...axes.map(() => 1), ...kept] : kept);
  const part = context.scratch(4 * columns);
  context.exports.sumRows(rows, columns, context.address(x), mean ? 1 / rows : 1, context.address(out), part);
  return out;
}
