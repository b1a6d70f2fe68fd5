import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelExports } from './kernel-exports.ts';
import { Scratch } from './scratch.ts';
import type { WasmBackend } from './wasm-backend.ts';

/** Our module at work in the memory of one backend. */
export class WasmContext {
  readonly exports: KernelExports;
  readonly backend: WasmBackend;
  readonly #scratch: Scratch;
  readonly #memory: WebAssembly.Memory;

  constructor(backend: WasmBackend, instance: WebAssembly.Instance) {
    this.backend = backend;
    this.exports = instance.exports as unknown as KernelExports;
    this.#scratch = Scratch.of(backend);
    this.#memory = memoryOf(backend);
  }

  /** Address of a tensor's values. It may lie above 2 GiB, and is good until the tensor is disposed. */
  address(tensor: TensorInfo): number {
    return this.backend.dataIdMap.get(tensor.dataId).memoryOffset >>> 0;
  }

  /**
   * A new tensor whose values are not set.
   * @throws Error if the heap of the backend is full.
   */
  output(shape: readonly number[], dtype: DataType = 'float32'): TensorInfo {
    const tensor = this.backend.makeOutput([...shape], dtype);
    if (this.address(tensor) === 0) {
      this.backend.disposeData(tensor.dataId, true);
      throw new Error(`out of WebAssembly memory for a tensor of shape [${shape}]`);
    }
    return tensor;
  }

  /** Room for `bytes` bytes, 16-byte aligned, until the next call. */
  scratch(bytes: number): number {
    return this.#scratch.reserve(bytes);
  }

  /** Writes 32-bit words. The view is made anew, since memory may have grown since the last call. */
  writeWords(address: number, words: ArrayLike<number>): void {
    new Int32Array(this.#memory.buffer, address, words.length).set(words);
  }
}

/** Our compiled module, run in the memory of a backend. */
export function instantiate(module: WebAssembly.Module, backend: WasmBackend): WasmContext {
  return new WasmContext(backend, new WebAssembly.Instance(module, imports(backend)));
}

function imports(backend: WasmBackend): WebAssembly.Imports {
  const abort = () => {
    throw new Error('a WebAssembly kernel aborted');
  };
  return { env: { memory: memoryOf(backend), abort } };
}

/**
 * The linear memory of a backend.
 * @throws Error if this version of the backend hides it, or shares it with threads.
 */
function memoryOf({ wasm }: WasmBackend): WebAssembly.Memory {
  const memory = wasm?.asm?.memory ?? wasm?.wasmMemory;
  if (!(memory instanceof WebAssembly.Memory)) {
    throw new Error('the WASM backend does not show its memory; these kernels know @tensorflow/tfjs-backend-wasm 4.22');
  }
  if (!(memory.buffer instanceof ArrayBuffer)) {
    throw new Error(
      "the WASM backend runs with threads; call tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false) before tf.setBackend('wasm')",
    );
  }
  return memory;
}
