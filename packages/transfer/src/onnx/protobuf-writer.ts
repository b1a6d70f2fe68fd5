const WIRE = { varint: 0, bytes: 2, float: 5 } as const;

/**
 * Writes a message of Protocol Buffers, one field after another; large values are not copied before `finish`.
 *
 * @see https://protobuf.dev/programming-guides/encoding
 */
export class ProtobufWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** A whole number from 0 to 2^53 - 1. */
  varint(field: number, value: number): this {
    return this.#tag(field, WIRE.varint).#push(encodeVarint(value));
  }

  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.#tag(field, WIRE.float).#push(bytes);
  }

  bytes(field: number, value: Uint8Array): this {
    return this.#tag(field, WIRE.bytes).#push(encodeVarint(value.length)).#push(value);
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  /** A message within this one, as it is now. */
  message(field: number, { parts, length }: ProtobufWriter): this {
    this.#tag(field, WIRE.bytes).#push(encodeVarint(length));
    for (const part of parts) this.#push(part);
    return this;
  }

  get parts(): readonly Uint8Array[] {
    return this.#parts;
  }

  /** In bytes. */
  get length(): number {
    return this.#length;
  }

  finish(): Uint8Array {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  #tag(field: number, wire: number): this {
    return this.#push(encodeVarint(field * 8 + wire));
  }

  #push(part: Uint8Array): this {
    this.#parts.push(part);
    this.#length += part.length;
    return this;
  }
}

/** Seven bits a byte, the lowest first; by division, as a size may have more than 32 bits. */
function encodeVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
