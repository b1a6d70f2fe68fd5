import type { WasmBackend } from './wasm-backend.ts';

const scratches = new WeakMap<WasmBackend, Scratch>();

/** One block of a backend's heap that only grows, shared by all kernels, which run one after the other. */
export class Scratch {
  readonly #backend: WasmBackend;
  #address = 0;
  #size = 0;

  private constructor(backend: WasmBackend) {
    this.#backend = backend;
  }

  /** The block of a backend. */
  static of(backend: WasmBackend): Scratch {
    const scratch = scratches.get(backend) ?? new Scratch(backend);
    scratches.set(backend, scratch);
    return scratch;
  }

  /**
   * Address of at least `bytes` bytes, 16-byte aligned; what an earlier call returned is no longer good.
   * @throws Error if the heap of the backend is full.
   */
  reserve(bytes: number): number {
    if (bytes > this.#size && !this.#grow(Math.ceil(bytes * 1.25)) && !this.#grow(bytes)) {
      throw new Error(`out of WebAssembly memory for ${bytes} bytes of scratch`);
    }
    return ((this.#address + 15) & ~15) >>> 0;
  }

  #grow(bytes: number): boolean {
    const { wasm } = this.#backend;
    if (this.#address) wasm._free(this.#address);
    this.#size = 0;
    // a size above the address space would wrap around; the address is signed in emscripten's view, and 0 on failure
    this.#address = bytes + 16 < 2 ** 32 ? wasm._malloc(bytes + 16) >>> 0 : 0;
    if (this.#address !== 0) this.#size = bytes;
    return this.#address !== 0;
  }
}
