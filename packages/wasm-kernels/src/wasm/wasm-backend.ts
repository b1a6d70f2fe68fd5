import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';

/** What the WASM backend keeps about a tensor. */
interface TensorRecord {
  readonly id: number;
  readonly memoryOffset: number;
  readonly refCount: number;
}

/**
 * The parts of the WASM backend of TensorFlow.js 4.22 that the kernels use.
 *
 * `wasm` holds internals: `_malloc` and `_free` of its heap, its memory (`asm.memory`), and `tfjs`, where XNNPACK keeps packed
 * weights by tensor id. `contextOf` checks them once per backend.
 */
export interface WasmBackend {
  readonly wasm: {
    readonly asm?: { readonly memory?: unknown };
    readonly wasmMemory?: unknown;
    _malloc(bytes: number): number;
    _free(address: number): void;
    readonly tfjs: {
      registerTensor(id: number, size: number, address: number): void;
      disposeData(id: number): void;
    };
  };
  readonly dataIdMap: { get(dataId: object): TensorRecord };
  makeOutput(shape: readonly number[], dtype: DataType): TensorInfo;
  incRef(dataId: object): void;
  disposeData(dataId: object, force?: boolean): boolean;
}
