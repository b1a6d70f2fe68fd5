import { add, tidy, type Variable } from '@tensorflow/tfjs-core';
import type { WasmContext } from '../wasm/wasm-context.ts';

/**
 * Address of a variable's values, for writing in place.
 *
 * Values that others share, such as a clone taken before the step, are copied first, so that those keep what they had. The
 * backend's packed copies of the values, which XNNPACK keeps by tensor id, are dropped: they would be stale.
 */
export function writableAddress(context: WasmContext, variable: Variable): number {
  const { dataIdMap, wasm } = context.backend;
  if (dataIdMap.get(variable.dataId).refCount > 1) tidy(() => variable.assign(add(variable, 0)));
  const { id, memoryOffset } = dataIdMap.get(variable.dataId);
  wasm.tfjs.disposeData(id);
  wasm.tfjs.registerTensor(id, variable.size, memoryOffset);
  return memoryOffset >>> 0;
}
