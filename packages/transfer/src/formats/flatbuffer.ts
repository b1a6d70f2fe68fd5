import { DataError } from '@animals/core';

/** A table of a FlatBuffers file: fields by their number in the schema. Every read is checked against the file's end. */
export class Table {
  readonly #view: DataView;
  readonly #at: number;
  readonly #path: string;

  constructor(view: DataView, at: number, path: string) {
    this.#view = view;
    this.#at = at;
    this.#path = path;
  }

  /** The root table of a file. @throws DataError if the file is too short. */
  static root(bytes: Uint8Array, path: string): Table {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new Table(
      view,
      guarded(path, () => view.getUint32(0, true)),
      path,
    );
  }

  uint8(field: number): number {
    return this.#scalar(field, (at) => this.#view.getUint8(at));
  }

  int8(field: number): number {
    return this.#scalar(field, (at) => this.#view.getInt8(at));
  }

  int32(field: number): number {
    return this.#scalar(field, (at) => this.#view.getInt32(at, true));
  }

  uint32(field: number): number {
    return this.#scalar(field, (at) => this.#view.getUint32(at, true));
  }

  uint64(field: number): number {
    return this.#scalar(field, (at) => Number(this.#view.getBigUint64(at, true)));
  }

  int32s(field: number): number[] {
    return this.#vector(field, 4, (at) => this.#view.getInt32(at, true));
  }

  float32s(field: number): number[] {
    return this.#vector(field, 4, (at) => this.#view.getFloat32(at, true));
  }

  int64s(field: number): number[] {
    return this.#vector(field, 8, (at) => Number(this.#view.getBigInt64(at, true)));
  }

  /** A view of a vector of bytes; empty if the field is not there. */
  bytes(field: number): Uint8Array {
    const { start, count } = this.#range(field, 1);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, count);
  }

  text(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  table(field: number): Table | undefined {
    const at = this.#place(field);
    return at === undefined ? undefined : this.#follow(at);
  }

  tables(field: number): Table[] {
    return this.#vector(field, 4, (at) => this.#follow(at));
  }

  #follow(at: number): Table {
    return new Table(this.#view, at + this.#read(() => this.#view.getUint32(at, true)), this.#path);
  }

  #read<T>(read: () => T): T {
    return guarded(this.#path, read);
  }

  /** Where a field is, or undefined if it has its default. */
  #place(field: number): number | undefined {
    return this.#read(() => {
      const vtable = this.#at - this.#view.getInt32(this.#at, true);
      const slot = 4 + 2 * field;
      if (slot + 2 > this.#view.getUint16(vtable, true)) return undefined;
      const offset = this.#view.getUint16(vtable + slot, true);
      return offset === 0 ? undefined : this.#at + offset;
    });
  }

  #scalar(field: number, read: (at: number) => number): number {
    const at = this.#place(field);
    return at === undefined ? 0 : this.#read(() => read(at));
  }

  #range(field: number, size: number): { start: number; count: number } {
    const at = this.#place(field);
    if (at === undefined) return { start: 0, count: 0 };
    return this.#read(() => {
      const vector = at + this.#view.getUint32(at, true);
      const count = this.#view.getUint32(vector, true);
      if (vector + 4 + count * size > this.#view.byteLength) throw new RangeError('a vector goes beyond the end');
      return { start: vector + 4, count };
    });
  }

  #vector<T>(field: number, size: number, read: (at: number) => T): T[] {
    const { start, count } = this.#range(field, size);
    return Array.from({ length: count }, (_, i) => this.#read(() => read(start + i * size)));
  }
}

/** A DataView refuses what is beyond its end with a RangeError. */
function guarded<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (DataError.isInstance(cause)) throw cause;
    throw new DataError(path, 'is a damaged TFLite file: it refers to what is beyond its end', { cause });
  }
}
