import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { inChunks } from '../wasm/in-chunks.ts';
import type { WasmContext } from '../wasm/wasm-context.ts';

/** One value for each of a float32 tensor; null for other types. */
export function elementwise(
  context: WasmContext,
  x: TensorInfo,
  run: (count: number, from: number, to: number) => void,
): TensorInfo | null {
  if (x.dtype !== 'float32') return null;
  const out = context.output(x.shape);
  const [from, to] = [context.address(x), context.address(out)];
  inChunks(util.sizeFromShape(x.shape), 1, (count, offset) => run(count, from + offset, to + offset));
  return out;
}
