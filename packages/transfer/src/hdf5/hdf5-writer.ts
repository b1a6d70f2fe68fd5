/** Where addresses and lengths are 8 bytes wide, as everywhere in the files that are written here. */
const UNDEFINED = 0xffff_ffff_ffff_ffffn;

/** Little-endian bytes that grow, with every block at a multiple of 8. */
export class Hdf5Writer {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  get length(): number {
    return this.#length;
  }

  /** Keeps room for a block of zeros and gives its address. */
  reserve(size: number): number {
    const at = Math.ceil(this.#length / 8) * 8;
    this.#length = at + size;
    if (this.#length > this.#bytes.length) this.#grow();
    return at;
  }

  #grow(): void {
    const larger = new Uint8Array(2 * this.#length);
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  bytes(at: number, values: Uint8Array): void {
    this.#bytes.set(values, at);
  }

  text(at: number, value: string): void {
    this.bytes(at, new TextEncoder().encode(value));
  }

  u8(at: number, ...values: number[]): void {
    this.#bytes.set(values, at);
  }

  u16(at: number, value: number): void {
    this.#view.setUint16(at, value, true);
  }

  u32(at: number, value: number): void {
    this.#view.setUint32(at, value, true);
  }

  /** An address or a length; undefined for nowhere. */
  u64(at: number, value: number | undefined): void {
    this.#view.setBigUint64(at, value === undefined ? UNDEFINED : BigInt(value), true);
  }

  result(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}
