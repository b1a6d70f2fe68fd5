import { DataError } from '@animals/core';

/** What every part of an HDF5 file needs to know to be read. */
export interface FileShape {
  readonly bytes: Uint8Array;
  /** Names the file in errors. */
  readonly path: string;
  /** Where address 0 is. */
  readonly base: number;
  /** Bytes of an address. */
  readonly offsetSize: number;
  /** Bytes of a length. */
  readonly lengthSize: number;
}

/** Reads little-endian values of an HDF5 file one after the other, and never beyond its end. */
export class Cursor {
  readonly file: FileShape;
  at: number;
  readonly end: number;
  readonly #view: DataView;

  /** @throws DataError if the range is not within the file. */
  constructor(file: FileShape, start: number, end: number = file.bytes.length) {
    this.file = file;
    this.at = start;
    this.end = end;
    const { buffer, byteOffset, length } = file.bytes;
    if (!(start >= 0 && start <= end && end <= length)) throw damaged(file, `refers to bytes ${start} to ${end}`);
    this.#view = new DataView(buffer, byteOffset, length);
  }

  get left(): number {
    return this.end - this.at;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  /** An unsigned whole number of 1, 2, 4 or 8 bytes. @throws DataError if it is beyond 2^53. */
  unsigned(size: number): number {
    const at = this.#take(size);
    let value = 0;
    for (let i = size - 1; i >= 0; i--) value = value * 256 + this.#view.getUint8(at + i);
    if (Number.isSafeInteger(value)) return value;
    throw damaged(this.file, 'holds a number that is too large');
  }

  length(): number {
    return this.unsigned(this.file.lengthSize);
  }

  /** A place in the file, or undefined where there is none. */
  address(): number | undefined {
    const { bytes, offsetSize, base } = this.file;
    const at = this.#take(offsetSize);
    if (bytes.subarray(at, at + offsetSize).every((byte) => byte === 0xff)) return undefined;
    this.at = at;
    return base + this.unsigned(offsetSize);
  }

  /** A view of the next bytes, not a copy. */
  take(count: number): Uint8Array {
    const at = this.#take(count);
    return this.file.bytes.subarray(at, at + count);
  }

  /** A cursor over the next bytes, which this one passes. */
  part(count: number): Cursor {
    const at = this.#take(count);
    return new Cursor(this.file, at, at + count);
  }

  skip(count: number): void {
    this.#take(count);
  }

  /** Passes a signature. @throws DataError if it is another. */
  expect(signature: string): void {
    const found = String.fromCharCode(...this.take(signature.length));
    if (found !== signature) throw damaged(this.file, `lacks a ${signature} block where it refers to one`);
  }

  #take(count: number): number {
    const at = this.at;
    if (!(count >= 0 && count <= this.end - at)) throw damaged(this.file, 'ends within a block, or is cut short');
    this.at = at + count;
    return at;
  }
}

/** The error of a file that is not what it says. */
export function damaged({ path }: Pick<FileShape, 'path'>, what: string): DataError {
  return new DataError(path, `is a damaged HDF5 file: it ${what}`);
}
