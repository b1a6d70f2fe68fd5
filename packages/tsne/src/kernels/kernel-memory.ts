const PAGE = 65536;
const MOST_PAGES = 65536;

/** What an array in the kernels' memory holds. */
type Kind = typeof Float32Array | typeof Float64Array | typeof Int32Array | typeof Uint32Array;

/** The memory of one instance of our kernels, handed out front to back and never taken back; it does not grow. */
export class KernelMemory {
  readonly memory: WebAssembly.Memory;
  #top = 64;

  /**
   * @param bytes room for all arrays, each rounded up to 64 bytes (`KernelMemory.bytes` adds them up).
   * @throws RangeError if the engine has no such memory.
   */
  constructor(bytes: number, { shared = false } = {}) {
    const pages = Math.ceil((bytes + 64) / PAGE);
    if (pages > MOST_PAGES) throw new RangeError(`${bytes} bytes are more than WebAssembly's 4 GiB`);
    this.memory = new WebAssembly.Memory(
      shared ? { initial: pages, maximum: pages, shared } : { initial: pages, maximum: pages },
    );
  }

  /** Room that arrays of such sizes in bytes take together. */
  static bytes(...sizes: readonly number[]): number {
    return sizes.reduce((sum, size) => sum + Math.ceil(size / 64) * 64, 0);
  }

  /** A new array of zeros, 64-byte aligned; its `byteOffset` is its address. */
  array<T extends Kind>(kind: T, length: number): InstanceType<T> {
    const address = this.#top;
    this.#top += KernelMemory.bytes(length * kind.BYTES_PER_ELEMENT);
    return new kind(this.memory.buffer as ArrayBuffer, address, length) as InstanceType<T>;
  }
}
